import type { Timer } from "../case";
import type { TimerCommand } from "../command";
import { refuse } from "../errors";
import type { JsonObject } from "../json";
import type { Found } from "../step";
import { climbRung } from "./climb-rung";
import { resumeClocks } from "./clocks";
import { timeOut } from "../decision/time-out";
import { orderOverdue } from "../operations/order-overdue";
import type { Finding } from "./settle";
import { no, yes, type Decision, type Situation } from "./situation";
import { sendEvent } from "./transit";

/** A clock that has run down: moves the matter, marks it overdue, reminds, or ends a pause. Never early. */
export function timerStep(situation: Situation, command: TimerCommand): Decision<Found> {
  const { matter, now, workflow, actor } = situation;
  const timer = matter.timers.find((armed) => armed.id === command.timer);
  if (timer === undefined || timer.fired)
    return no(refuse("case/unknown-timer", { timer: command.timer }));
  if (timer.dueAt === null || timer.dueAt > now)
    return no(refuse("case/timer-early", { timer: timer.id }));
  const found = (finding: Partial<Finding>): Decision<Found> =>
    yes({ actor, finding: { event: null, transit: null, writes: [], guards: [], ...finding } });

  switch (timer.kind) {
    case "remind":
      return found({
        clocks: (timers) => timers.filter((one) => one.id !== timer.id),
        effects: [notice(situation, timer, "快到期了，请安排办理", "is due soon")],
      });
    case "order":
      return found({
        clocks: (timers) => timers.filter((one) => one.id !== timer.id),
        effects: orderOverdue(situation, timer.id),
      });
    case "due": {
      const decided = timeOut(situation, timer);
      if (decided !== null) return decided.ok ? found(decided.value) : decided;
      return found({
        clocks: (timers) => markFired(timers, timer),
        effects: [notice(situation, timer, "已经超期，请先办", "is overdue; please take it first")],
      });
    }
    case "owner":
      return found({
        clocks: (timers) => markFired(timers, timer),
        effects: [
          notice(
            situation,
            timer,
            "的时间到了，还没有人接手，请认领",
            "has run out; please claim it",
          ),
        ],
      });
    case "rung":
      return found(climbRung(situation, timer, (timers) => markFired(timers, timer)));
    case "resume":
      return found({ paused: null, clocks: (timers, input) => resumeClocks(timers, input) });
    case "transition": {
      const title = workflow.source.deadlines?.[timer.deadline]?.title ?? {
        zh: timer.deadline,
      };
      const sent = sendEvent(situation, {
        event: { is: "timer", path: timer.path, deadline: timer.deadline },
        path: timer.path,
        data: matter.data,
        label: title,
      });
      // A transition that stays in its state leaves the clock where it is: it has run down all the same.
      if (sent.ok) {
        const event = `timer:${timer.deadline}`;
        return found({ event, ...sent.value, clocks: (timers) => markFired(timers, timer) });
      }
      // A guard said no, or cannot tell: the clock is parked until the data changes, and people are told.
      return found({
        guards:
          sent.refusal.because?.map((reason) => ({
            ...reason,
            truth: reason.because.truth,
            candidate: timer.id,
          })) ?? [],
        clocks: (timers) =>
          timers.map((one) => (one.id === timer.id ? { ...one, blocked: true } : one)),
        effects: [
          notice(
            situation,
            timer,
            "到期了，但还不能往下走，请看原因",
            "fell due but cannot go on; see why",
          ),
        ],
      });
    }
  }
}

function markFired(timers: readonly Timer[], timer: Timer): Timer[] {
  return timers.map((one) => (one.id === timer.id ? { ...one, fired: true } : one));
}

/** Tells the people who act in the timer's state. */
function notice(
  situation: Situation,
  timer: Timer,
  zh: string,
  en: string,
): { action: string; params: JsonObject } {
  const { workflow, matter } = situation;
  const title = workflow.source.deadlines?.[timer.deadline]?.title;
  const roles = [
    ...new Set(
      matter.tasks
        .filter((task) => task.path === timer.path || task.path.startsWith(`${timer.path}.`))
        .flatMap((task) => task.roles),
    ),
  ];
  const number = matter.number ?? "";
  return {
    action: "core.notify",
    params: {
      to: { roles },
      text: {
        zh: `${number} ${title?.zh ?? ""}${zh}。`,
        en: `${number}: ${title?.en ?? title?.zh ?? ""} ${en}.`,
      },
    },
  };
}
