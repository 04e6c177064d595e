import { bookWordings } from "./wordings/books";
import { disputeWordings } from "./wordings/disputes";
import { logWordings } from "./wordings/logs";

/** What stands in a story exactly so, and what is said instead; people have their names of the story. */
export type Wording = Readonly<Record<string, string>>;

/** Several ways of telling one story, so that no two matters near each other say the same. */
export type Wordings = Readonly<Record<string, readonly Wording[]>>;

const ALL: Wordings = { ...disputeWordings, ...bookWordings, ...logWordings };

/** How a story is worded the so-manieth time; as it is written where there is no other way. */
export function wordingOf(story: string, time: number): Wording {
  const ways = ALL[story] ?? [];
  return ways[time % ways.length] ?? {};
}
