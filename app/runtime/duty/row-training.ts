import { at, isObject, own, type JsonObject } from "../../engine/json";
import type { RosterTraining } from "../api";
import { groups, text, type TableLine } from "./roster-facts";

/** What shows an auxiliary's training on the roster with these data; null for officers. */
export function trainingOf(data: JsonObject, line: TableLine): RosterTraining | null {
  if (line.post !== "auxiliary") return null;
  const row = groups(at(data, "rows")).find((one) => one["id"] === line.row);
  const said = (key: string): string => (isObject(row) ? text(own(row, key)) : "");
  if (line.trainedBy === "certificate") {
    return { by: "certificate", paper: said("training"), on: "", why: "" };
  }
  if (line.trainedBy === "statement") {
    const [paper, on, why] = [said("priorPaper"), said("priorOn"), said("priorWhy")];
    return { by: "statement", paper, on, why };
  }
  return { by: "nothing", paper: "", on: "", why: "" };
}
