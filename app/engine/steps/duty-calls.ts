import type { Task } from "../case";
import type { JsonObject } from "../json";
import type { Text } from "../text";
import type { Situation } from "./situation";

/**
 * Tells whoever a state's task has just gone to because they are on duty; where nobody is, those who have it instead,
 * and why.
 */
export function dutyCalls(
  { workflow, matter }: Situation,
  tasks: readonly Task[],
): { action: string; params: JsonObject }[] {
  if (!workflow.machine.asksDuty) return [];
  const known = new Set(matter.tasks.map(({ id }) => id));
  return tasks.flatMap((task) => {
    const meta = workflow.machine.states.get(task.path)?.meta;
    if (meta?.assignee === undefined || task.slot !== undefined || known.has(task.id)) return [];
    const { onDuty, fallback } = meta.assignee;
    const { zh, en = zh } = meta.title;
    const about = matter.number ?? "";
    // Chosen or appointed for it by somebody, who has told them.
    if (task.firm !== undefined) return [];
    if (task.assignee !== null) {
      return call(
        { user: task.assignee },
        {
          zh: `${about} ${zh}：您在值班，这一件交给您。`,
          en: `${about}: ${en}. You are on duty; it is with you.`,
        },
      );
    }
    const missing = workflow.roles[onDuty]?.title ?? { zh: onDuty };
    const instead = workflow.roles[fallback]?.title ?? { zh: fallback };
    return call(
      { firstOf: [[fallback]] },
      {
        zh: `${about} ${zh}：值班表上现在没有${missing.zh}，交${instead.zh}办理。`,
        en: `${about}: ${en}. The roster has nobody (${missing.en ?? missing.zh}) on duty now; it is with: ${instead.en ?? instead.zh}.`,
      },
    );
  });
}

function call(to: JsonObject, { zh, en }: Text): { action: string; params: JsonObject }[] {
  const text = { zh, ...(en === undefined ? {} : { en }) };
  return [{ action: "core.notify", params: { to, text } }];
}
