import { refuseAvoid } from "../avoid";
import type { Actor, Named, Task } from "../case";
import type { VoteCommand } from "../command";
import { conclude } from "../decision/conclude";
import { isOpen, type CaseDecision, type Signer, type Vote } from "../decision/decision";
import type { DecisionSource } from "../decision/decision-source";
import { refuse } from "../errors";
import { NOBODY, type Colleague, type People } from "../people";
import { assignmentsFor, type Person } from "../person";
import type { Refusal } from "../refusal";
import type { Found } from "../step";
import { checkOccurredAt, refuseRole, toWhereabouts } from "./authorise";
import { findSignature } from "./find-signature";
import { no, yes, type Decision, type Situation } from "./situation";
import { asSubstitute } from "./stand-in";
import { refuseHeld } from "./task-holder";

/**
 * One signature of a decision. Refuses whoever is not asked, not in turn, or has answered before; once the votes
 * settle it, the machine moves in the same step.
 */
export function voteStep(
  situation: Situation,
  command: VoteCommand,
  person: Person,
): Decision<Found> {
  const { workflow, matter, now } = situation;
  const found = findSignature(situation, command.task);
  if (!found.ok) return found;
  const { task, path, decision, signer, source } = found.value;
  const who = authoriseSigner(situation, { person, task });
  if (!who.ok) return who;
  const actor = asSubstitute(situation, { actor: who.value, person, tasks: [task] });
  const wrongTime = checkOccurredAt(workflow, command, now, matter.lastAt);
  if (wrongTime !== null) return no(wrongTime);
  const refused = refuseSigner(situation, { task, actor, decision, source });
  if (refused !== null) return no(refused);
  const wrong = checkAnswer(command, source);
  if (wrong !== null) return no(wrong);

  const acting: Situation = { ...situation, actor };
  const vote = toVote(acting, command);
  // Asked of the directory and kept: the one post that was used does not tell the others. What a substitute answers
  // counts for the one signature that it was given for.
  const { user } = actor;
  const isOnce = source.samePerson === "once" && actor.standsInFor === undefined;
  const once = isOnce ? situation.people.find(user) : undefined;
  const signers = decision.signers.map((one): Signer => {
    if (one.slot === signer.slot) return { ...one, vote };
    return once !== undefined && isSame(one, user, once.posts)
      ? { ...one, vote: { ...vote, same: signer.slot } }
      : one;
  });
  const concluded = conclude(acting, { path, decision: { ...decision, signers } });
  if (!concluded.ok) return concluded;
  return yes({ actor, finding: concluded.value });
}

/** Why somebody cannot answer a signature now, or null. Without `people` nobody stands in for anybody. */
export function refuseVoter(
  ask: Pick<Situation, "workflow" | "matter" | "now"> & { person: Person; people?: People },
  taskId: string,
): Refusal | null {
  const found = findSignature(ask, taskId);
  if (!found.ok) return found.refusal;
  const { task, decision, source } = found.value;
  const who = authoriseSigner(ask, { person: ask.person, task });
  if (!who.ok) return who.refusal;
  const standing = { ...ask, people: ask.people ?? NOBODY };
  const actor = asSubstitute(standing, { actor: who.value, person: ask.person, tasks: [task] });
  return refuseSigner(ask, { task, actor, decision, source });
}

/** Why this person cannot answer now: they keep out, it is somebody else's, not their turn, or they have answered. */
function refuseSigner(
  { workflow, matter }: Pick<Situation, "workflow" | "matter">,
  of: { task: Task; actor: Actor; decision: CaseDecision; source: DecisionSource },
): Refusal | null {
  const { task, actor, decision, source } = of;
  const one = { id: actor.user, name: actor.name };
  const { standsInFor } = actor;
  return (
    refuseAvoid(workflow, matter, { path: task.path, one }) ??
    (standsInFor && refuseAvoid(workflow, matter, { path: task.path, one: standsInFor })) ??
    refuseHeld(task, actor) ??
    (standsInFor && refuseBoth(decision, { actor, standsInFor })) ??
    refuseRepeat(decision, source, actor.user)
  );
}

/** Nobody signs for themselves and in somebody else's place: two signatures are two people. */
function refuseBoth(
  { signers }: CaseDecision,
  { actor, standsInFor }: { actor: Actor; standsInFor: Named },
): Refusal | null {
  const isOwn = ({ person, vote, dropped }: Signer): boolean =>
    dropped === null && (vote === null ? person?.id === actor.user : vote.user === actor.user);
  return signers.some(isOwn) ? refuse("operation/signs-both", { name: standsInFor.name }) : null;
}

/** Who signs, and by which post: one with the role that is asked, in the unit that is. */
function authoriseSigner(
  { workflow, matter, now }: Pick<Situation, "workflow" | "matter" | "now">,
  { person, task }: { person: Person; task: Task },
): Decision<Actor> {
  const held = assignmentsFor(person, toWhereabouts(matter), now);
  if (held.length === 0) return no(refuse("case/out-of-scope"));
  const isNamed = task.assignee === person.id && task.firm !== undefined;
  const fits = held.find(
    ({ role, unit }) =>
      task.roles.includes(role) && (task.unit === undefined || unit.id === task.unit),
  );
  // Asked by name, and this person may stand in for whoever it is: see `asSubstitute`.
  const inPlace =
    task.firm !== undefined && task.roles.length === 0
      ? held.find(({ role }) => workflow.source.operations?.takeOver?.roles.includes(role))
      : undefined;
  const used = fits ?? (isNamed ? held[0] : inPlace);
  if (used === undefined) {
    const refusal =
      task.firm !== undefined && task.roles.length === 0
        ? refuse("case/held", { name: task.firm.name })
        : refuseRole(task.roles, workflow.roles);
    return no(refusal);
  }
  return yes({
    user: person.id,
    name: person.name,
    assignment: used.id,
    role: used.role,
    unit: used.unit.id,
  });
}

/** Each answer needs a person of its own, unless the package lets one person answer once for all. */
function refuseRepeat(
  { signers }: CaseDecision,
  source: DecisionSource,
  user: string,
): Refusal | null {
  const earlier = signers.find(({ vote }) => vote?.user === user || vote?.standsInFor?.id === user);
  const isOneAnswer = source.samePerson === "once" && earlier?.vote?.standsInFor === undefined;
  if (earlier === undefined || isOneAnswer) return null;
  return refuse("decision/answered-once", { name: earlier.vote?.name ?? "" });
}

/** True for another open signature that the same person's one answer stands for, by any of their posts. */
function isSame(signer: Signer, user: string, posts: Colleague["posts"]): boolean {
  if (!isOpen(signer)) return false;
  if (signer.person !== null) return signer.person.id === user;
  return posts.some(
    ({ role, unit }) => role === signer.role && (signer.unit === undefined || signer.unit === unit),
  );
}

function checkAnswer(command: VoteCommand, source: DecisionSource): Refusal | null {
  const { answer, counts, reason = "" } = command;
  if (source.paper !== undefined) {
    if (counts === undefined || photoOf(command) === undefined) {
      return refuse("decision/sheet-missing");
    }
    const { eligible, agree, reject, abstain } = counts;
    if (agree + reject + abstain > eligible || agree + reject + abstain === 0)
      return refuse("decision/counts", { eligible, cast: agree + reject + abstain });
    return null;
  }
  if (counts !== undefined) return refuse("case/malformed-command", { what: "counts" });
  if (answer === "abstain" && source.abstain !== true) return refuse("decision/no-abstention");
  if (answer === "reject" && reason.trim() === "") return refuse("case/reason-missing");
  return null;
}

/** The sheet's photo: of the vote, or of the paper that it was entered from. */
function photoOf({ photo, enteredFor }: VoteCommand): string | undefined {
  return photo ?? enteredFor?.photo;
}

function toVote({ actor, seq, command }: Situation, vote: VoteCommand): Vote {
  const reason = vote.reason?.trim() ?? "";
  const photo = vote.counts === undefined ? undefined : photoOf(vote);
  return {
    answer: vote.answer,
    reason: reason === "" ? null : reason,
    user: actor.user,
    name: actor.name,
    role: actor.role,
    seq,
    at: command.occurredAt,
    ...(actor.standsInFor === undefined ? {} : { standsInFor: actor.standsInFor }),
    ...(vote.counts === undefined ? {} : { counts: { ...vote.counts } }),
    ...(photo === undefined ? {} : { photo }),
  };
}
