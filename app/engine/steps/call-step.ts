import type { CallCommand } from "../command";
import { refuse } from "../errors";
import type { Person } from "../person";
import type { Found } from "../step";
import { STATUS_WORDS } from "./event-step";
import { authoriseAnyRole, toWhereabouts } from "./authorise";
import { no, yes, type Decision, type Situation } from "./situation";

/** 报民警确认 · 催办: the people who can take the next step are told; nothing else changes. */
export function callStep(
  situation: Situation,
  command: CallCommand,
  person: Person,
): Decision<Found> {
  const { matter, now } = situation;
  const who = authoriseAnyRole(person, toWhereabouts(matter), now);
  if (!who.ok) return who;
  if (matter.status !== "open")
    return no(refuse("case/not-open", { status: STATUS_WORDS[matter.status] }));
  const roles = [...new Set(matter.tasks.flatMap((task) => task.roles))];
  const number = matter.number ?? "";
  const note = command.note === undefined || command.note === "" ? "" : `：${command.note}`;
  return yes({
    actor: who.value,
    finding: {
      event: null,
      transit: null,
      writes: [],
      guards: [],
      effects: [
        {
          action: "core.notify",
          params: {
            to: { roles },
            text: {
              zh: `${who.value.name}请您确认 ${number}${note}`,
              en: `${who.value.name} asks you to confirm ${number}${note}`,
            },
          },
        },
      ],
    },
  });
}
