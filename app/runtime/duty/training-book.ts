import { own } from "../../engine/json";
import { listAreaMatters } from "../../storage/unit-matters";
import type { CaseParts } from "../cases/case-parts";

const TRAINING_PACKAGE = "training";
/** A township trains few people; the newest count. */
const MOST = 400;
/** Digits of a township in a place's code. */
const TOWNSHIP = 9;

/**
 * What the training before the post has come to, by name: the number of the certificate, or null for those who have
 * not passed. Who is not in it was in post before the platform knew of trainings.
 */
export async function readTrainingBook(
  parts: Pick<CaseParts, "database" | "store">,
  place: string,
): Promise<ReadonlyMap<string, string | null>> {
  const ids = await listAreaMatters(parts.database, {
    ...{ package: TRAINING_PACKAGE, prefix: place.slice(0, TOWNSHIP), limit: MOST },
  });
  const { cases } = await parts.store.read({ cases: ids, commands: [], sequences: [] });
  const book = new Map<string, string | null>();
  for (const id of ids) {
    const data = cases.get(id)?.data ?? {};
    const name = own(data, "name");
    if (typeof name !== "string" || own(data, "purpose") !== "prePost") continue;
    const number = own(data, "certificateNumber");
    const passed = typeof number === "string" ? number : null;
    // One that was passed counts, whatever became of others.
    book.set(name, book.get(name) ?? passed);
  }
  return book;
}
