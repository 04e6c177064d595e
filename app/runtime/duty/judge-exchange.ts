import { refuse } from "../../engine/errors";
import type { Case } from "../../engine/case";
import type { JsonObject } from "../../engine/json";
import type { Instant } from "../../engine/time/types";
import { showDay } from "../../engine/time/zone";
import { findLinks } from "../../storage/case-briefs";
import type { Result, StepAnswer } from "../api";
import type { CaseParts } from "../cases/case-parts";
import type { CaseService } from "../cases/case-service";
import { broughtOf, readAsked, sayHard, type AskedChange } from "./asked-change";
import { ROSTER_PACKAGE } from "./find-rosters";
import { text } from "./roster-facts";

const SWAP_PACKAGE = "duty-rotation.swap";
/** Steps after which an exchange is nearer to the roster than before. */
const TOWARDS: ReadonlySet<string> = new Set(["agree", "enterSlip", "approve", "approveLate"]);

type Refused = Extract<Result<StepAnswer>, { ok: false }>;

/**
 * The same service, which holds an exchange against the roster as it stands whenever it is asked for, agreed to or
 * approved, and says which rule it breaks and on which day: `duty/exchange-breaks`, `duty/exchange-changed`,
 * `duty/substitute-breaks`. The package's own guards decide besides.
 */
export function withExchangesJudged(
  service: CaseService,
  parts: Pick<CaseParts, "database" | "store" | "definitions"> & { now: () => Instant },
): CaseService {
  const find = async (caseId: string): Promise<Case | undefined> =>
    (await parts.store.read({ cases: [caseId], commands: [], sequences: [] })).cases.get(caseId);

  async function changeOf(
    roster: Case,
    asked: Parameters<typeof readAsked>[1],
  ): Promise<AskedChange> {
    const workflow = await parts.definitions.get(roster.hash);
    return readAsked({ workflow, matter: roster, now: parts.now() }, asked);
  }

  async function judgeAsking(
    caseId: string,
    event: string,
    form: JsonObject,
  ): Promise<Refused | null> {
    const roster = await find(caseId);
    if (roster?.workflow !== ROSTER_PACKAGE || roster.status !== "open") return null;
    if (event === "askSwap") return breaks(await changeOf(roster, { swap: form }));
    const change = await changeOf(roster, { leave: form });
    const said = sayHard(broughtOf(change.fact("substituteBlocks")));
    return said && { ok: false, refusal: refuse("duty/substitute-breaks", said) };
  }

  async function judgeAnswer(caseId: string): Promise<Refused | null> {
    const swap = await find(caseId);
    if (swap?.workflow !== SWAP_PACKAGE || swap.status !== "open") return null;
    const [link] = await findLinks(parts.database, caseId);
    const roster = link?.side === "parent" ? await find(link.caseId) : undefined;
    if (roster?.status !== "open") return null;
    const change = await changeOf(roster, { swap: swap.data });
    if (change.fact("swapAsWritten") === true) return breaks(change);
    const [name, day, was] = ["asker", "askerDay", "askerShift"].map((key) => text(swap.data[key]));
    const on = { zh: showDay(day ?? "", "zh"), en: showDay(day ?? "", "en") };
    const params = { name: name ?? "", day: on, was: was ?? "" };
    return { ok: false, refusal: refuse("duty/exchange-changed", params) };
  }

  return {
    ...service,
    async event(person, input) {
      const { caseId, event, form } = input;
      const refused =
        event === "askSwap" || event === "askLeave"
          ? await judgeAsking(caseId, event, form)
          : TOWARDS.has(event)
            ? await judgeAnswer(caseId)
            : null;
      return refused ?? service.event(person, input);
    },
  };
}

function breaks(change: AskedChange): Refused | null {
  const said = sayHard(broughtOf(change.fact("swapBrings")));
  return said && { ok: false, refusal: refuse("duty/exchange-breaks", said) };
}
