import { underFloor } from "../../engine/change/in-force";
import { parameterName, sayValue, unitOf } from "../../engine/change/parameter-words";
import type { Proposal } from "../../engine/change/proposal";
import { firstOf } from "../../engine/definition/say-problem";
import { refuse } from "../../engine/errors";
import type { Refusal } from "../../engine/refusal";
import type { Day } from "../../engine/time/types";
import { proposed } from "./draft-document";
import { everywhereFault } from "./everywhere-fault";
import type { Ground, Grounds } from "./ground";
import { contentOf } from "./trials";
import { failedStories, faultsOf, type CheckParts } from "./publish-checks";

/**
 * What speaks against a proposal's content, before others spend time on it and once more before it holds (`isFinal`):
 * `change/draft-stale`, `change/two-at-once`, `change/trial-missing`, `change/exemption-needed`, `change/exemption-expired`,
 * `change/parent-changed`, `change/not-everywhere`, `change/check-fails`, `change/scenarios-fail`.
 */
export async function proposalFault(
  parts: CheckParts & { grounds: Grounds },
  proposal: Proposal,
  { from, isFinal }: { from: Day; isFinal: boolean },
): Promise<Refusal | undefined> {
  const { grounds } = parts;
  const found = grounds.find(proposal.scope, from);
  if (!found.ok) return found.refusal;
  const ground = found.value;
  if ((ground.latest?.id ?? null) !== proposal.basedOn) return refuse("change/draft-stale");
  if (isFinal && ground.latest !== null && ground.latest.from >= from) {
    return refuse("change/two-at-once", { from: ground.latest.from });
  }
  if (isFinal && proposal.trialRead?.patch !== contentOf(proposal)) {
    return refuse("change/trial-missing");
  }
  const exemption = exemptionFault(ground, proposal, from);
  if (exemption !== undefined) return exemption;
  const made = proposed(ground, proposal, grounds.validator);
  if (!made.ok) {
    return refuse("change/parent-changed", firstOf(made.problems, ground.parent));
  }
  const version = { ...proposal, status: "published" as const, from };
  const faults = faultsOf(parts, { document: made.document, told: ground.told });
  if (faults.length > 0) return refuse("change/check-fails", firstOf(faults, made.document));
  const elsewhere = everywhereFault(parts, { ground, version, judged: made.document });
  if (elsewhere !== undefined) return elsewhere;
  const failed = await failedStories(parts, { ...ground, document: made.document });
  const [story] = failed;
  if (story === undefined) return undefined;
  const first = `${story.title}：${story.problem}`;
  return refuse("change/scenarios-fail", { count: failed.length, first });
}

/** An exemption that is not there, or will have run out on the day from which the change holds. */
function exemptionFault(ground: Ground, proposal: Proposal, from: Day): Refusal | undefined {
  const { workflow } = ground.parent;
  for (const operation of proposal.patch) {
    const under = underFloor(operation, workflow.parameters);
    if (under === undefined) continue;
    const unit = unitOf(workflow, under.name);
    const title = parameterName(under.parameter).zh;
    const floor = sayValue(under.parameter.schema, under.floor, unit).zh;
    const exemption = proposal.exemptions.find(({ parameter }) => parameter === under.name);
    if (exemption === undefined) return refuse("change/exemption-needed", { title, floor });
    const { until } = exemption;
    if (until < from) return refuse("change/exemption-expired", { title, until, from, floor });
  }
  return undefined;
}
