import { expect, test } from "vitest";
import { schemaAt } from "../../app/engine/form/write-form";
import { isObject, type Json, type JsonObject } from "../../app/engine/json";
import { eventsOf, proveWorkflow } from "../support/prove-workflow";

const listing = await proveWorkflow("rental-custody");
const tenancy = await proveWorkflow("rental-custody.tenancy");
const residence = await proveWorkflow("rental-custody.residence");
const ALL = [listing, tenancy, residence];

/** Every property of the data with its path. */
function fieldsOf(schema: JsonObject, path = ""): [string, JsonObject][] {
  const items = isObject(schema["items"]) ? schema["items"] : schema;
  const properties = isObject(items["properties"]) ? items["properties"] : {};
  return Object.entries(properties).flatMap(([key, child]) =>
    isObject(child) ? [[`${path}${key}`, child], ...fieldsOf(child, `${path}${key}.`)] : [],
  ) as [string, JsonObject][];
}

test("it is free: the fee can only be nothing, and nothing is listed for a fee", () => {
  const fee = listing.source.parameters?.["feeFen"];
  expect(fee?.value).toBe(0);
  for (const value of [1, 100, -1, null, "0"] as Json[])
    expect(listing.validator.compile(fee?.schema ?? {})(value)).not.toEqual([]);
  expect([...(listing.rules.get("mayList")?.reads ?? [])]).toContain("params.feeFen");
});

test("nobody is refused for who they are: three grounds, and no rule reads a home, a name or a number", () => {
  const ground = schemaAt(listing.document.data, "refusal.ground");
  expect(ground?.["enum"]).toEqual(["noRight", "unsafe", "notDwelling"]);
  const personal = /(Name|household|residentId|otherId|idType|phone|employer)$/i;
  const guards = [listing, tenancy].flatMap(({ rules }) => [...rules.values()]);
  const reads = guards.flatMap(({ name, reads }) =>
    [...reads].filter((path) => personal.test(path)).map((path) => `${name} ${path}`),
  );
  expect(reads).toEqual([]);
});

test("the desk holds no keys and no money: no field for either", () => {
  const keys = ALL.flatMap(({ document }) => fieldsOf(document.data).map(([path]) => path));
  expect(keys.filter((path) => /key/i.test(path))).toEqual(["handover.keysBack"]);
  expect(keys.filter((path) => /^(fee|kept|held)/i.test(path))).toEqual([]);
});

test("identity numbers are written by an officer or the window, and an auxiliary never sees them", () => {
  for (const workflow of [tenancy, residence]) {
    const numbers = fieldsOf(workflow.document.data).filter(([path]) =>
      /residentId|otherId/.test(path),
    );
    expect(numbers).toHaveLength(2);
    for (const [, field] of numbers)
      expect(field["privacy"]).not.toMatchObject({
        visibility: expect.arrayContaining(["auxiliary"]),
      });
  }
  const asks = (form: string | undefined, workflow: (typeof ALL)[number]): boolean =>
    JSON.stringify(workflow.document.forms[form ?? ""] ?? {}).includes("resident-id.number");
  for (const workflow of ALL)
    for (const [event, meta] of eventsOf(workflow))
      if (asks(meta.form, workflow))
        expect([event, meta.roles]).toEqual([
          event,
          meta.roles.filter((role) => role !== "auxiliary"),
        ]);
});

test("the public sees rooms and rents, never whose they are or where", () => {
  const { columns = {}, ...rest } = listing.source.notices?.["rooms"] ?? {};
  const values = Object.values(columns).map(({ value }) => value);
  expect(values.every((value) => value.startsWith("{{item."))).toBe(true);
  expect(JSON.stringify([values, rest])).not.toMatch(/\{\{[^}]*(owner|address|phone)/i);
});

test("the landlord's record and the tenant's registration have each their own ground", () => {
  const record = eventsOf(tenancy).find(([event]) => event === "recordTenants")?.[1];
  expect(tenancy.source.legal?.[record?.legal ?? ""]?.law).toBe("中华人民共和国治安管理处罚法");
  expect(residence.source.legal?.[residence.source.start.legal ?? ""]?.law).toBe(
    "中华人民共和国户口登记条例",
  );
});

test("registration is by choice unless the county says otherwise and gives its ground", () => {
  const { registrationMode, legalBasis } = residence.source.parameters ?? {};
  expect(registrationMode?.value).toBe("voluntary");
  const check = residence.validator.compile(legalBasis?.schema ?? {});
  expect([check(legalBasis?.value ?? "").length, check("").length]).toEqual([0, 1]);
});

test("to mediation crosses what was agreed, and only amounts, numbers and whether it was kept come back", () => {
  const { dispute } = tenancy.source.links ?? {};
  expect(Object.keys(dispute?.export ?? {}).sort()).toEqual(
    ["earlierNumber", "hurt", "reporter", "urgency", "what", "where"].sort(),
  );
  expect(dispute?.report).toEqual([
    ...["agreementNumber", "oralNumber", "noticeNumber", "items[*].fen", "items[*].done"],
  ]);
  const guard = tenancy.rules.get("mayHandOver");
  expect([...(guard?.reads ?? [])]).toEqual(["data.dispute.agreed"]);
});

test("only what was read is statutory", () => {
  for (const { source } of ALL)
    for (const holder of [
      ...Object.values(source.rules ?? {}),
      ...Object.values(source.deadlines ?? {}),
      ...(source.mustPass ?? []),
    ])
      if (holder.statutory === true)
        expect(source.legal?.[holder.legal ?? ""]?.status).toBe("read");
});

test("money is whole fen, and books and slips say it in capitals where it is paid out", () => {
  for (const { document } of ALL)
    for (const [path, field] of fieldsOf(document.data))
      if (path.endsWith("Fen"))
        expect([path, field["type"], field["unit"]]).toEqual([path, "integer", "fen"]);
  const slip = JSON.stringify(tenancy.document.papers["handoverSlip"]);
  expect(slip).toContain("{{facts.returnedFen | core.moneyUpper}}");
});
