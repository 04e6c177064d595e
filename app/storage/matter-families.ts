import type { Database } from "./database";

/** Ids of matters that are linked with one another, directly or by way of others; most stand alone. */
export async function listFamilies(db: Database): Promise<string[][]> {
  const cases = await db.run<{ id: string }>("select id from cases order by id");
  const links = await db.run<{ parent: string; child: string }>(
    `select parent_id as parent, child_id as child from links`,
  );
  const familyOf = new Map(cases.map(({ id }): [string, string[]] => [id, [id]]));
  for (const { parent, child } of links) {
    const [one, other] = [familyOf.get(parent), familyOf.get(child)];
    if (one === undefined || other === undefined || one === other) continue;
    one.push(...other);
    for (const id of other) familyOf.set(id, one);
  }
  return [...new Set(familyOf.values())];
}
