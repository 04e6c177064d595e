import type { Question } from "../dealings";
import { refuse } from "../errors";
import { no, yes } from "../steps/situation";
import type { Operate, Operating, OperatingOnTask } from "./operate";
import { told } from "./told";

const MOST_QUESTIONS = 200;

/** 请示: asks a superior; the task waits for the answer. Taken back by whoever asked. */
export const consult: Operate<OperatingOnTask> = (ask) => {
  const { task, to } = ask;
  if (to.length !== 1) return no(refuse("operation/name-one"));
  if (task.waits !== undefined) return no(refuse("operation/waits-already"));
  return put(ask, { kind: "consult", task: task.id });
};

/** 沟通: says something, to nobody in particular or to people who may answer. Nothing waits. */
export const comment: Operate = (ask) => put(ask, { kind: "comment" });

function put({ situation, command, to }: Operating, what: Pick<Question, "kind" | "task">) {
  const { actor, matter, seq } = situation;
  const text = (command.text ?? "").trim();
  if (text === "") return no(refuse("operation/text-missing"));
  const from = { id: actor.user, name: actor.name };
  const questions = matter.questions ?? [];
  if (questions.length + to.length > MOST_QUESTIONS) {
    return no(refuse("operation/too-many-questions", { most: MOST_QUESTIONS }));
  }
  const asked = to.map(({ id, name }, i): Question => ({
    ...{ id: `${seq}.${i + 1}`, ...what, from, to: { id, name }, text },
    ...{ at: command.occurredAt, answer: null },
  }));
  return yes({
    // A remark to nobody is in the history alone.
    ...(asked.length === 0 ? {} : { dealings: { questions: [...questions, ...asked] } }),
    effects: asked.map((one) =>
      told(one.to.id, {
        zh: `${actor.name}${what.kind === "consult" ? "向您请示，等您答复" : "有话和您沟通"}`,
        en: `${actor.name} ${what.kind === "consult" ? "asks you and waits for your answer" : "wrote to you"}`,
      }),
    ),
  });
}

/** 答复: to a question, by whoever was asked (whoever asked may take it back), or to an order. */
export const reply: Operate = (ask) => {
  const { situation, command } = ask;
  const { actor, matter } = situation;
  const question = matter.questions?.find(({ id }) => id === command.answers);
  if (question === undefined) return replyToOrder(ask);
  if (question.answer !== null) return no(refuse("operation/answered-already"));
  const isAsker = question.from.id === actor.user;
  if (question.to.id !== actor.user && !isAsker) {
    return no(refuse("case/held", { name: question.to.name }));
  }
  const text = (command.text ?? "").trim();
  if (text === "" && !isAsker) return no(refuse("operation/answer-missing"));
  const answer = {
    by: { id: actor.user, name: actor.name },
    text,
    at: command.occurredAt,
  };
  const questions = (matter.questions ?? []).map((one) =>
    one.id === question.id ? { ...one, answer } : one,
  );
  return yes({
    dealings: { questions },
    effects: isAsker
      ? []
      : [
          told(question.from.id, {
            zh: `${actor.name}已答复，可以接着办`,
            en: `${actor.name} has answered; you can go on`,
          }),
        ],
  });
};

function replyToOrder({ situation, command }: Operating) {
  const { actor, matter } = situation;
  const order = matter.orders?.find(({ id }) => id === command.answers);
  if (order === undefined) return no(refuse("operation/no-question"));
  if (order.reply !== null) return no(refuse("operation/answered-already"));
  const isTheirs =
    order.to.some(({ id }) => id === actor.user) ||
    (order.to.length === 0 &&
      matter.tasks.some(
        ({ roles, assignee }) =>
          assignee === actor.user || (actor.role !== null && roles.includes(actor.role)),
      ));
  const isOrderer = order.from.id === actor.user;
  if (!isTheirs && !isOrderer) return no(refuse("operation/not-ordered"));
  const text = (command.text ?? "").trim();
  if (text === "") return no(refuse("operation/answer-missing"));
  const by = { id: actor.user, name: actor.name };
  const orders = (matter.orders ?? []).map((one) =>
    one.id === order.id ? { ...one, reply: { by, text, at: command.occurredAt } } : one,
  );
  return yes({
    dealings: { orders },
    clocks: (timers) => timers.filter(({ id }) => id !== orderTimer(order.id)),
    effects: isOrderer
      ? []
      : [
          told(order.from.id, {
            zh: `${actor.name}已答复督办`,
            en: `${actor.name} has replied to your order`,
          }),
        ],
  }) satisfies ReturnType<Operate>;
}

/** The clock of an order's last day. */
export function orderTimer(order: string): string {
  return `qy.order:${order}`;
}
