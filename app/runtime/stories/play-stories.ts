import { checkShape } from "../../engine/check/check-shape";
import type { JsonObject } from "../../engine/json";
import { RefusalError } from "../../engine/refusal";
import type { ScenarioReport } from "../../engine/scenario/scenario";
import type { Story } from "../../engine/scenario/story";
import type { LoadedModel } from "../load-models";
import { PLATFORM_SCHEMAS } from "../platform-schemas";
import { notPlayed, type PlayedScenario } from "../play-scenarios";
import { playStory } from "./play-story";
import type { StoryContext } from "./story-world";

/** Plays every story of these models, in order. */
export async function playStories(
  models: readonly LoadedModel[],
  context: StoryContext,
): Promise<PlayedScenario[]> {
  const played: PlayedScenario[] = [];
  for (const { id, stories } of models) {
    for (const { file, story } of stories) {
      played.push({ package: `models/${id}`, file, report: await playFile(story, context) });
    }
  }
  return played;
}

/**
 * Plays one story file. Never throws: what is no story, or cannot be played, has not passed, and its report says why.
 */
export async function playFile(source: JsonObject, context: StoryContext): Promise<ScenarioReport> {
  const shape = checkShape(source, { kind: "story", schemas: PLATFORM_SCHEMAS, pointer: "" });
  if (shape.length > 0) return notPlayed(source, shape, context.language);
  try {
    return await playStory(source as unknown as Story, context);
  } catch (fault) {
    if (fault instanceof RefusalError) return notPlayed(source, [fault.refusal], context.language);
    throw fault;
  }
}
