import type { Proposal, Version } from "../../app/engine/change/proposal";
import { instantOf } from "../../app/engine/time/zone";
import type { Json } from "../../app/engine/json";
import type { PatchOperation } from "../../app/engine/variant/patch";

/** The patch that sets a parameter of the example from one value to another. */
export function parameterPatch(name: string, from: Json, to: Json): PatchOperation[] {
  const path = `/workflow/parameters/${name}/value`;
  return [
    { op: "test", path, value: from },
    { op: "replace", path, value: to },
  ];
}

/** A draft of 周敏's on the tool-lending example: loans of ten days. */
export function makeProposal(change: Partial<Proposal> = {}): Proposal {
  return {
    id: "p1",
    scope: { unit: "991021", package: "tool-lending", model: null },
    status: "draft",
    revision: 1,
    basedOn: null,
    patch: parameterPatch("lendingDays", 7, 10),
    exemptions: [],
    why: "汛期用水泵的多。",
    wantedFrom: null,
    opinion: null,
    from: null,
    trialRead: null,
    log: [{ act: "begin", by: "zhoumin", at: instantOf("2026-11-20T09:00") }],
    ...change,
  };
}

/** The same, published. */
export function makeVersion(from: string, change: Partial<Proposal> = {}): Version {
  return { ...makeProposal({ id: `v-${from}`, ...change }), status: "published", from };
}
