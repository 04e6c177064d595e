import type { Roles } from "../../engine/check/roles";
import { refuse } from "../../engine/errors";
import { isInForce, type UnitId } from "../../engine/person";
import type { Instant } from "../../engine/time/types";
import type { ImportsApi, Result, Session } from "../api";
import type { Database } from "../../storage/database";
import type { LoadedPackage } from "../load-packages";
import type { People } from "../people/people";
import { blankSheet } from "./blank-sheet";
import type { ImportKind } from "./import-kind";
import { importKinds } from "./import-kinds";
import { runImport } from "./run-import";
import { listOf } from "../../engine/text";

export interface ImportParts {
  people: People;
  roles: Roles;
  now: () => Instant;
  database: Database;
  packages: readonly LoadedPackage[];
}

/** Imports as an administrator may make them. */
export function createImports(parts: ImportParts): ImportsApi {
  const { people, roles, now, database } = parts;
  const kinds = importKinds(parts.packages);

  /** Every unit under those that the person administers. */
  function reachOf(session: Session): Result<ReadonlySet<UnitId>> {
    const held = session.person.assignments.filter(
      (one) => one.role === "admin" && isInForce(one, now()),
    );
    if (held.length === 0) return { ok: false, refusal: refuse("import/not-yours") };
    return { ok: true, value: new Set(held.flatMap(({ unit }) => unit.within)) };
  }

  return {
    importOptions(session) {
      const reach = reachOf(session);
      return reach.ok ? { ok: true, value: kinds.map(toOption) } : reach;
    },

    async importFile(session, { kind: id, bytes, dry }) {
      const reach = reachOf(session);
      if (!reach.ok) return { ...reach, faults: [] };
      const kind = findKind(kinds, id);
      if (!kind.ok) return { ...kind, faults: [] };
      const isInReach = (unit: string) => reach.value.has(unit);
      const context = { people, roles, database, now: now(), isInReach };
      const done = await runImport({ kind: kind.value, bytes, dry, context });
      if (done.ok) return { ok: true, ...done.value };
      const titles = new Map(kind.value.columns.map(({ key, title }) => [key, title]));
      const faults = done.faults.map(({ line, column, refusal }) => {
        return { line, column: titles.get(column ?? "") ?? null, message: refusal.message };
      });
      return { ok: false, refusal: done.refusal, faults };
    },

    async importSheet(session, id) {
      const reach = reachOf(session);
      if (!reach.ok) return reach;
      const kind = findKind(kinds, id);
      return kind.ok ? { ok: true, value: await blankSheet(kind.value) } : kind;
    },
  };
}

/** Refuses `import/unknown-kind`. */
export function findKind(kinds: readonly ImportKind[], id: string): Result<ImportKind> {
  const value = kinds.find((kind) => kind.id === id);
  if (value) return { ok: true, value };
  const choices = listOf(
    kinds.map(({ id, title: { zh, en } }) => ({ zh: `${zh}（${id}）`, en: `${en ?? zh} (${id})` })),
  );
  return { ok: false, refusal: refuse("import/unknown-kind", { kind: id, choices }) };
}

function toOption({ id, title, columns }: ImportKind) {
  return {
    id,
    title,
    columns: columns.map(({ title: name, required, example }) => {
      return { title: name, required, example };
    }),
  };
}
