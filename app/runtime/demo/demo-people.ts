import type { AdoptionRecord } from "../../engine/people-ports";
import { CITY } from "./people/city";
import type { DemoPerson } from "./people/demo-person";
import { HEWAN } from "./people/hewan";
import { QINGYUAN } from "./people/qingyuan";
import { YUNLING } from "./people/yunling";

/** One password for all demo accounts: they are refused in production, and the terminal prints it. */
export const DEMO_PASSWORD = "qingyuan";

/** Those with whom the story begins come first: the terminal and the first page list them in this order. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [...YUNLING, ...QINGYUAN, ...HEWAN, ...CITY];

/** Since when the demo's people hold their posts and its counties use their packages. */
export const DEMO_SINCE = "2025-01-01";

/** 清源县 mediates, and 云岭县 selects and trains, in its own way; each county keeps its rosters by its own numbers. */
export const DEMO_ADOPTIONS: readonly AdoptionRecord[] = [
  { unit: "991021", package: "dispute-mediation", variant: null, from: DEMO_SINCE, to: null },
  { unit: "991022", package: "dispute-mediation", variant: null, from: DEMO_SINCE, to: null },
  { unit: "991023", package: "dispute-mediation", variant: "qingyuan", from: DEMO_SINCE, to: null },
  {
    unit: "991021",
    package: "auxiliary-selection",
    variant: "yunling",
    from: DEMO_SINCE,
    to: null,
  },
  { unit: "991021", package: "training", variant: "yunling", from: DEMO_SINCE, to: null },
  { unit: "991021", package: "duty-rotation", variant: "yunling", from: DEMO_SINCE, to: null },
  { unit: "991022", package: "duty-rotation", variant: "hewan", from: DEMO_SINCE, to: null },
  { unit: "991023", package: "duty-rotation", variant: "qingyuan", from: DEMO_SINCE, to: null },
];
