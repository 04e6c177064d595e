import { own } from "../json";
import { pointerTo } from "../json-pointer";
import { checkWanted, registryFor } from "../plugin/registry";
import type { Registry } from "../plugin/registry-types";
import type { DefinitionDocument } from "../workflow-source";
import type { Problem } from "./problem";

/** The plugins that a package lists are installed in that major: `plugin/not-installed`, `plugin/wrong-major`. */
export function checkPlugins(document: DefinitionDocument, installed: Registry): Problem[] {
  return checkWanted(installed, document.workflow.plugins).map(({ code, message, params }) => ({
    code: code as Problem["code"],
    severity: "error",
    pointer: pointerTo("/workflow/plugins", String(own(params ?? {}, "plugin"))),
    message,
  }));
}

/** What the plugins of a package contribute, those left out that are not there. */
export function pluginsFound(document: DefinitionDocument, installed: Registry): Registry {
  const wanted = Object.entries(document.workflow.plugins).filter(
    ([plugin, major]) => checkWanted(installed, { [plugin]: major }).length === 0,
  );
  return registryFor(installed, Object.fromEntries(wanted));
}
