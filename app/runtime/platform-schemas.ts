import data from "../../schemas/platform/data.schema.json";
import form from "../../schemas/platform/form.schema.json";
import model from "../../schemas/platform/model.schema.json";
import paper from "../../schemas/platform/paper.schema.json";
import scenario from "../../schemas/platform/scenario.schema.json";
import story from "../../schemas/platform/story.schema.json";
import text from "../../schemas/platform/text.schema.json";
import variant from "../../schemas/platform/variant.schema.json";
import workflow from "../../schemas/platform/workflow.schema.json";
import address from "../../schemas/common/address.json";
import money from "../../schemas/common/money.json";
import period from "../../schemas/common/period.json";
import person from "../../schemas/common/person.json";
import roles from "../../schemas/common/roles.json";
import villageFacts from "../../schemas/common/village-facts.json";
import villageKinds from "../../schemas/common/village-kinds.json";
import type { PlatformSchemas } from "../engine/check/platform-schemas";
import type { Json, JsonObject } from "../engine/json";

/** The platform's own file formats, as `check` takes them. */
export const PLATFORM_SCHEMAS = {
  text,
  workflow,
  data,
  form,
  paper,
  variant,
  scenario,
  model,
  story,
} as unknown as PlatformSchemas;

/** What a folder without `schemas/common` of its own is read with. */
export const SHIPPED_COMMON = {
  "schemas/common/address.json": address,
  "schemas/common/money.json": money,
  "schemas/common/period.json": period,
  "schemas/common/person.json": person,
  "schemas/common/roles.json": roles,
  "schemas/common/village-facts.json": villageFacts,
  "schemas/common/village-kinds.json": villageKinds,
} as unknown as Readonly<Record<string, Json>>;

/** The aggregate facts of a village by name, each with its schema: what may be known of it, and nothing more. */
export const VILLAGE_FACTS = villageFacts.properties as unknown as Readonly<
  Record<string, JsonObject>
>;
