import type { zh } from "../i18n/zh";
import type { IconName } from "./icon";

/** The entries of the navigation: only pages that exist. */
export type Section =
  "today" | "cases" | "start" | "duty" | "registers" | "villages" | "models" | "rules" | "me";

interface Entry {
  section: Section;
  to: string;
  word: `nav.${keyof typeof zh.nav}`;
  icon: IconName;
  /** Only for those who may do this. */
  needs?: keyof Reach;
  /** Not among a phone's tabs, which have room for a few. */
  onlyWide?: true;
  /** For visitors of a demo too. */
  inDemo?: true;
}

/** What decides which entries somebody has. */
export interface Reach {
  mayChangeRules: boolean;
  mayCompareModels: boolean;
  /** They serve at a station or in a village. */
  hasDay: boolean;
  /** A station's roster concerns them. */
  hasRoster: boolean;
}

const ENTRIES: readonly Entry[] = [
  { section: "today", to: "/today", word: "nav.today", icon: "day", needs: "hasDay" },
  { section: "cases", to: "/cases", word: "nav.cases", icon: "list" },
  { section: "start", to: "/cases/new", word: "nav.start", icon: "plus" },
  {
    section: "duty",
    to: "/duty",
    word: "nav.duty",
    icon: "roster",
    onlyWide: true,
    needs: "hasRoster",
  },
  { section: "registers", to: "/registers", word: "nav.registers", icon: "book" },
  {
    section: "villages",
    to: "/villages",
    word: "nav.villages",
    icon: "tiles",
    onlyWide: true,
    inDemo: true,
  },
  {
    section: "models",
    to: "/models",
    word: "nav.models",
    icon: "models",
    onlyWide: true,
    needs: "mayCompareModels",
  },
  { section: "rules", to: "/rules", word: "nav.rules", icon: "rules", needs: "mayChangeRules" },
  { section: "me", to: "/me", word: "nav.me", icon: "me" },
];

/** The entries that somebody has; a visitor of a demo has those that are open to all there. */
export function entriesFor(viewer: Reach | null | undefined, isDemo = false): Entry[] {
  if (!viewer) return isDemo ? ENTRIES.filter(({ inDemo }) => inDemo) : [];
  return ENTRIES.filter(({ needs }) => needs === undefined || viewer[needs]);
}
