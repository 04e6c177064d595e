import type { ShownRefusal } from "../shown-refusal";

/** What was typed on an operation's page, when it comes back: searched for somebody, or refused. */
export interface KeptOperation {
  refusal: ShownRefusal | null;
  search: string;
  to: string[];
  state: string;
  way: string;
  reason: string;
  text: string;
  until: string;
}

/** The words among it, for somebody to copy where the page is no longer there. */
export function keptTexts({ reason, text, until }: KeptOperation): string[] {
  return [text, reason, until].filter((one) => one !== "");
}
