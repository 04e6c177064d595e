import type { ModelSource } from "../../engine/model/model-source";
import type { ModelMark } from "../api";

/** A model's badge with its name, as pages show it. */
export function modelMark({ id, title, badge }: ModelSource): ModelMark {
  return { id, title, ...badge };
}
