import type { WatchesApi } from "../api";
import type { EditParts } from "./edit-roster";
import { handOver, readWatch, signIn, takeOver } from "./hand-over";
import { readMyWatches } from "./my-watches";

/** Watches and their hand-overs over the matters of an installation. */
export function createWatches(parts: EditParts): WatchesApi {
  return {
    myWatches: (session) => readMyWatches(parts, session),
    watch: (session, caseId) => readWatch(parts, session, caseId),
    arrive: (session, input) => signIn(parts, session, input),
    handOver: (session, input) => handOver(parts, session, input),
    takeOver: (session, input) => takeOver(parts, session, input),
  };
}
