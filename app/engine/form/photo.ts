import { refuse } from "../errors";
import type { Refusal } from "../refusal";

/** The largest photo of a paper original, in megabytes. */
export const MOST_PHOTO_MEGABYTES = 10;

const PICTURES = [
  { type: "image/jpeg", begins: [0xff, 0xd8, 0xff] },
  { type: "image/png", begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

/**
 * The media type of a photo, told by its bytes and never by its name. Refuses `case/photo-type` for what is
 * neither JPEG nor PNG, `case/photo-too-large` above 10 MB.
 */
export function photoType(
  bytes: Uint8Array,
): { ok: true; value: string } | { ok: false; refusal: Refusal } {
  if (bytes.length > MOST_PHOTO_MEGABYTES * 1024 * 1024) {
    return { ok: false, refusal: refuse("case/photo-too-large", { most: MOST_PHOTO_MEGABYTES }) };
  }
  const picture = PICTURES.find(({ begins }) => begins.every((byte, i) => bytes[i] === byte));
  return picture === undefined
    ? { ok: false, refusal: refuse("case/photo-type") }
    : { ok: true, value: picture.type };
}
