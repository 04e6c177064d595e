import { person, type DemoPerson } from "./demo-person";

/** Above the three counties. */
export const CITY: readonly DemoPerson[] = [
  person("admin", "何明", ["admin", "9910"]),
  person("yetong", "叶桐", ["cityTraining", "9910"]),
  person("jiqing", "季清", ["auditor", "9910"]),
];
