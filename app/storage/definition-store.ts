import type { JsonObject } from "../engine/json";
import type { DefinitionStore } from "../engine/ports";
import type { Database } from "./database";
import { insertRows } from "./query";

/** Materialised definitions by hash, behind the engine's port. A stored one never changes. */
export function createDefinitionStore({ run }: Database): DefinitionStore {
  return {
    async findDefinition(hash) {
      const [found] = await run<{ document: string }>(
        "select document from definitions where hash = ?",
        [hash],
      );
      return found && (JSON.parse(found.document) as JsonObject);
    },
    async saveDefinition(hash, document) {
      // As written, not in canonical form: a form asks in the order in which its package lists the fields.
      const row = { hash, document: JSON.stringify(document) };
      await insertRows(run, {
        table: "definitions",
        rows: [row],
        then: "on conflict (hash) do nothing",
      });
    },
  };
}
