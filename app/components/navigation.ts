import type { zh } from "../i18n/zh";
import type { IconName } from "./icon";

/** The entries of the navigation: only pages that exist. */
export type Section = "cases" | "start" | "registers" | "villages" | "models" | "rules" | "me";

interface Entry {
  section: Section;
  to: string;
  word: `nav.${keyof typeof zh.nav}`;
  icon: IconName;
  /** Only for those who may change their county's rules. */
  onlyDesk?: true;
  /** Only for those who may compare models. */
  onlyModels?: true;
  /** Not among a phone's tabs, which have room for a few. */
  onlyWide?: true;
  /** For visitors of a demo too. */
  inDemo?: true;
}

const ENTRIES: readonly Entry[] = [
  { section: "cases", to: "/cases", word: "nav.cases", icon: "list" },
  { section: "start", to: "/cases/new", word: "nav.start", icon: "plus" },
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
    onlyModels: true,
  },
  { section: "rules", to: "/rules", word: "nav.rules", icon: "rules", onlyDesk: true },
  { section: "me", to: "/me", word: "nav.me", icon: "me" },
];

/** What decides which entries somebody has. */
interface Viewer {
  mayChangeRules: boolean;
  mayCompareModels: boolean;
}

/** The entries that somebody has; a visitor of a demo has those that are open to all there. */
export function entriesFor(viewer: Viewer | null | undefined, isDemo = false): Entry[] {
  if (!viewer) return isDemo ? ENTRIES.filter(({ inDemo }) => inDemo) : [];
  return ENTRIES.filter(
    ({ onlyDesk, onlyModels }) =>
      (!onlyDesk || viewer.mayChangeRules) && (!onlyModels || viewer.mayCompareModels),
  );
}
