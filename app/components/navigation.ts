import type { zh } from "../i18n/zh";
import type { IconName } from "./icon";

/** The entries of the navigation: only pages that exist. */
export type Section = "cases" | "start" | "registers" | "rules" | "me";

interface Entry {
  section: Section;
  to: string;
  word: `nav.${keyof typeof zh.nav}`;
  icon: IconName;
  /** Only for those who may change their county's rules. */
  onlyDesk?: true;
}

const ENTRIES: readonly Entry[] = [
  { section: "cases", to: "/cases", word: "nav.cases", icon: "list" },
  { section: "start", to: "/cases/new", word: "nav.start", icon: "plus" },
  { section: "registers", to: "/registers", word: "nav.registers", icon: "book" },
  { section: "rules", to: "/rules", word: "nav.rules", icon: "rules", onlyDesk: true },
  { section: "me", to: "/me", word: "nav.me", icon: "me" },
];

/** The entries that somebody has. */
export function entriesFor(signedIn: { mayChangeRules: boolean } | null | undefined): Entry[] {
  return ENTRIES.filter(({ onlyDesk }) => !onlyDesk || signedIn?.mayChangeRules === true);
}
