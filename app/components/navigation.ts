import type { zh } from "../i18n/zh";
import type { IconName } from "./icon";

/** The entries of the navigation: only pages that exist. */
export type Section = "cases" | "start" | "registers" | "me";

interface Entry {
  section: Section;
  to: string;
  word: `nav.${keyof typeof zh.nav}`;
  icon: IconName;
}

export const ENTRIES: readonly Entry[] = [
  { section: "cases", to: "/cases", word: "nav.cases", icon: "list" },
  { section: "start", to: "/cases/new", word: "nav.start", icon: "plus" },
  { section: "registers", to: "/registers", word: "nav.registers", icon: "book" },
  { section: "me", to: "/me", word: "nav.me", icon: "me" },
];
