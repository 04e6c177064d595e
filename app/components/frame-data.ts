import { useRouteLoaderData } from "@remix-run/react";
import type { Language } from "../engine/text";
import type { Who } from "../runtime/api";
import type { Reach } from "./navigation";

/**
 * What the root loader gives to every page: how it looks, and who is signed in. `waiting`: how much concerns them and
 * waits for them, 100 for more.
 */
export interface FrameData {
  language: Language;
  largeType: boolean;
  /** Absent: as the system has it. */
  theme: "light" | "dark" | null;
  /** True where all data are invented; every page then says so. */
  demo: boolean;
  /** True while this person practises; every page then says so. */
  practising: boolean;
  signedIn: ({ who: Who; csrf: string; waiting: number } & Reach) | null;
}

/** The root loader's data; undefined on the page that tells of the root loader's own failure. */
export function useFrameData(): FrameData | undefined {
  return useRouteLoaderData("root") as FrameData | undefined;
}
