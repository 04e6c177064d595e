import type { properties } from "./operations-properties";

/** One change that must not go unseen: in which file, what becomes what, and the property that sees it. */
export interface Mutant {
  name: string;
  /** Below app/engine. */
  file: string;
  find: string;
  replace: string;
  property: keyof typeof properties;
}

const tally = "decision/tally.ts";
const vote = "steps/vote-step.ts";
const signers = "operations/add-signer.ts";
const tasks = "steps/tasks.ts";
const dealings = "steps/dealings.ts";
const owners = "steps/owner-clocks.ts";

/** What somebody could get wrong in the algebra, and which property finds it. */
export const MUTANTS: Mutant[] = [
  {
    ...{ name: "a dropped signer counts", file: tally, property: "votesCount" },
    find: "    if (dropped !== null) continue;\n",
    replace: "",
  },
  {
    ...{ name: "an abstention agrees", file: tally, property: "votesCount" },
    find: "else if (counts === undefined) count[vote.answer] += weight;",
    replace:
      'else if (counts === undefined) count[vote.answer === "abstain" ? "agree" : vote.answer] += weight;',
  },
  {
    ...{ name: "weights are ignored", file: tally, property: "votesCount" },
    find: "count.all += counts === undefined ? weight : counts.eligible;",
    replace: "count.all += counts === undefined ? 1 : counts.eligible;",
  },
  {
    ...{ name: "a rejection that ends is passed over", file: tally, property: "votesCount" },
    find: 'source.rejection === "ends" &&',
    replace: 'source.rejection === "waits" &&',
  },
  {
    ...{ name: "a veto is not asked for", file: tally, property: "votesCount" },
    find: "if (isReached && !waiting.some(({ role }) => hasVeto(role)))",
    replace: "if (isReached)",
  },
  {
    ...{ name: "the quorum is not asked for", file: tally, property: "votesCount" },
    find: "reaches(source.pass, count) && hasQuorum(source.quorum, count)",
    replace: "reaches(source.pass, count)",
  },
  {
    ...{ name: "all means one", file: tally, property: "votesCount" },
    find: 'if (pass === "all") return open === 0 && reject === 0;',
    replace: 'if (pass === "all") return reject === 0;',
  },
  {
    ...{ name: "more than a share is a share", file: tally, property: "votesCount" },
    find: "more === true ? part * whole > all * of",
    replace: "more === true ? part * whole >= all * of",
  },
  {
    ...{ name: "nobody left passes", file: tally, property: "votesCount" },
    find: 'return waiting.length === 0 ? "fail" : null;',
    replace: 'return waiting.length === 0 ? "pass" : null;',
  },
  {
    ...{ name: "one person answers twice", file: vote, property: "votesCount" },
    find: 'if (earlier === undefined || source.samePerson === "once") return null;',
    replace: "return null;",
  },
  {
    ...{ name: "a vote is counted for another slot", file: vote, property: "votesCount" },
    find: "if (one.slot === signer.slot) return { ...one, vote };",
    replace: "if (one.slot !== signer.slot) return { ...one, vote };",
  },
  {
    ...{ name: "somebody else's signature is taken", file: "steps/task-holder.ts" },
    ...{ property: "votesCount" as const },
    find: "if (firm === undefined || assignee === actor.user) return false;",
    replace: "if (firm !== undefined || assignee === actor.user) return false;",
  },
  {
    ...{ name: "out of turn is let through", file: "steps/task-holder.ts" },
    ...{ property: "votesCount" as const },
    find: 'if (task.waits === "turn") return',
    replace: 'if (task.waits === "answer") return',
  },
  {
    ...{ name: "a settled decision is not told to the machine", file: "decision/conclude.ts" },
    ...{ property: "endsInReach" as const },
    find: "if (settled === null) {",
    replace: "if (settled === null || decisions !== undefined) {",
  },
  {
    ...{ name: "a drop does not settle", file: signers, property: "votesCount" },
    find: "one.slot === signer.slot ? { ...one, dropped } : one,\n  );\n  return conclude(situation, { path, decision: { ...decision, signers } });",
    replace:
      "one.slot === signer.slot ? { ...one, dropped } : one,\n  );\n  return { ok: true, value: { dealings: { decisions: { ...situation.matter.decisions, [path]: { ...decision, signers } } } } } as never;",
  },
  {
    ...{ name: "the last signer is taken off", file: signers, property: "endsInReach" },
    find: 'if (left.length === 0) return no(refuse("operation/last-signer"));',
    replace: "if (left.length < 0) throw new Error();",
  },
  {
    ...{ name: "an added signer takes a slot again", file: signers, property: "votesCount" },
    find: "const first = Math.max(...decision.signers.map(({ slot }) => Number(slot))) + 1;",
    replace: "const first = decision.signers.filter(({ vote }) => vote === null).length + 1;",
  },
  {
    ...{ name: "whoever adds before does not wait", file: signers, property: "inversesUndo" },
    find: "if (left.length === 0) return no(refuse(",
    replace: "if (left.length > 0) return no(refuse(",
  },
  {
    ...{ name: "a new entry keeps the old votes", file: dealings, property: "endsInReach" },
    find: "if (arrived.includes(path)) after[path] = opened(situation, path, ask);",
    replace:
      "if (arrived.includes(path)) after[path] = after[path] ?? opened(situation, path, ask);",
  },
  {
    ...{ name: "a decision that was left stays open", file: dealings, property: "votesCount" },
    find: "const isOver = left.includes(path) ||",
    replace: "const isOver = !left.includes(path) ||",
  },
  {
    ...{ name: "signatures that were given keep their task", file: tasks },
    ...{ property: "tasksHaveOwners" as const },
    find: "      .filter(isOpen)\n",
    replace: "",
  },
  {
    ...{ name: "a holder is forgotten with the next step", file: tasks },
    ...{ property: "inversesUndo" as const },
    find: "...(firm === undefined ? {} : { firm }),",
    replace: "",
  },
  {
    ...{ name: "what was lent does not come back", file: "operations/lend.ts" },
    ...{ property: "inversesUndo" as const },
    find: "const { assignee, firm } = lender;",
    replace: "const { firm } = lender;\n  const assignee = actor.user;",
  },
  {
    ...{ name: "a release leaves the holder", file: "operations/claim.ts" },
    ...{ property: "inversesUndo" as const },
    find: "{ ...rest, assignee: null }",
    replace: "{ ...rest, firm, assignee: task.assignee }",
  },
  {
    ...{ name: "an order that was replied to keeps its clock", file: "operations/questions.ts" },
    ...{ property: "clocksAreRight" as const },
    find: "timers.filter(({ id }) => id !== orderTimer(order.id))",
    replace: "[...timers]",
  },
  {
    ...{ name: "clocks of states that were left run on", file: "steps/clocks.ts" },
    ...{ property: "clocksAreRight" as const },
    find: "running = running.filter((timer) => timer.path !== movement.path);",
    replace: "running = [...running];",
  },
  {
    ...{ name: "a return takes the siblings along", file: "move.ts", property: "siblingsMeet" },
    find: "const kept = leaves.filter((leaf) => leaf === region || leaf.startsWith(`${region}.`));",
    replace: "const kept = leaves.filter((leaf) => leaf === region);",
  },
  {
    ...{ name: "the people asked are not kept", file: "people.ts", property: "historyIsTrue" },
    find: "holders[role] = [...all];",
    replace: "holders[role] = [];",
  },
  {
    ...{ name: "whoever took it is still looked for", file: owners, property: "clocksAreRight" },
    find: "deadline !== unowned.deadline || open.has(path)",
    replace: "deadline !== unowned.deadline || path !== ''",
  },
  {
    ...{ name: "what was put back lies unseen", file: owners, property: "tasksHaveOwners" },
    find: "const begun = [...open].filter((path) => !running.has(path));",
    replace: "const begun = timers.length > 0 ? [] : [...open];",
  },
  {
    ...{ name: "a task that lies is counted anew", file: owners, property: "clocksAreRight" },
    find: "const kept = timers.filter(",
    replace: "const kept = timers.filter(({ kind }) => kind !== 'owner').filter(",
  },
  {
    ...{ name: "whose turn it is not is looked for", file: owners, property: "clocksAreRight" },
    find: 'return firm === undefined && waits !== "turn";',
    replace: "return firm === undefined;",
  },
  {
    ...{
      name: "a rung hands nothing over",
      file: "steps/climb-rung.ts",
      property: "tasksHaveOwners",
    },
    find: "...(handOver === undefined ? {} : { handOver: { path: timer.path, role: handOver } }),",
    replace: "",
  },
  {
    ...{ name: "only some may give back what they were lent", property: "inversesUndo" },
    file: "operations/authorise-task.ts",
    find: 'operation === "giveBack" ? held : may',
    replace: "may",
  },
];
