import { useFrameData } from "./frame-data";

/** The token that proves a form came from our own page; every form of a signed-in person carries it. */
export function CsrfField() {
  return <input type="hidden" name="csrf" value={useFrameData()?.signedIn?.csrf ?? ""} />;
}
