/** What was typed on the page of a signature, as the server gives it back with a refusal. */
export interface TypedVote {
  answer: string;
  reason: string;
  eligible: string;
  agree: string;
  reject: string;
  abstain: string;
  enteredForName: string;
  enteredForDay: string;
}
