import { refuse } from "../engine/errors";
import { refusalResponse } from "./refusal-response";

/** The posted form of a request; throws a 400 answer (`http/malformed`) where the body is none. */
export async function readPost(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw refusalResponse(refuse("http/malformed"));
  }
}
