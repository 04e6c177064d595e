import { refuseAvoid } from "../avoid";
import { refuse } from "../errors";
import type { Transit } from "../machine/machine";
import { no, yes, type Decision, type Situation } from "../steps/situation";
import type { Text } from "../text";
import { isOffered } from "./may-operate";

/** What people call it. */
export const CHOOSE_NEXT: Text = { zh: "自选下一步处理人", en: "Choose who is next" };

/**
 * 自选下一步处理人: whom the handler names to act in the state that the step leads to. A decision that asks those who
 * are chosen needs them; elsewhere it is open where the package allows it. Refuses `operation/choose-next`,
 * `operation/not-allowed`, `operation/not-fit`, `operation/nobody`.
 */
export function chooseNext(
  situation: Situation,
  { transit, next }: { transit: Transit; next: readonly string[] },
): Decision<string[]> {
  const { workflow, actor } = situation;
  const arrived = transit.movements.flatMap((one) => (one.is === "enter" ? [one.path] : []));
  const chosenIn = (path: string) =>
    workflow.machine.states.get(path)?.meta?.decision?.asked.flatMap((one) => one.chosen ?? [])[0];
  const deciding = arrived.find((path) => chosenIn(path) !== undefined);
  const asked = deciding === undefined ? undefined : chosenIn(deciding);
  if (asked === undefined && next.length === 0) return yes([]);
  const ids = [...new Set(next)];
  if (asked !== undefined) {
    const { role, least = 1, most = 30 } = asked;
    if (ids.length < least || ids.length > most) {
      const title = workflow.roles[role]?.title ?? { zh: role };
      return no(refuse("operation/choose-next", { least, most, role: title }));
    }
    return fit(situation, ids, { roles: [role], path: deciding ?? "" });
  }
  const source = workflow.source.operations?.chooseNext;
  const tasks = workflow.machine
    .configurationOf(transit.value)
    .tasks.filter(({ path }) => arrived.includes(path));
  const [task] = tasks;
  const isAllowed =
    source !== undefined &&
    actor.role !== null &&
    source.roles.includes(actor.role) &&
    task !== undefined &&
    tasks.length === 1 &&
    isOffered(workflow, source, task.path);
  if (!isAllowed) {
    return no(refuse("operation/not-allowed", { operation: CHOOSE_NEXT }));
  }
  if (ids.length !== 1) return no(refuse("operation/name-one"));
  return fit(situation, ids, { roles: source.among ?? task.roles, path: task.path });
}

function fit(
  { workflow, people, matter }: Situation,
  ids: readonly string[],
  { roles, path }: { roles: readonly string[]; path: string },
): Decision<string[]> {
  for (const id of ids) {
    const one = people.find(id);
    if (one === undefined) return no(refuse("operation/nobody"));
    if (!one.posts.some((post) => roles.includes(post.role))) {
      return no(refuse("operation/not-fit", { name: one.name }));
    }
    const avoids = refuseAvoid(workflow, matter, { path, one });
    if (avoids !== null) return no(avoids);
  }
  return yes([...ids]);
}
