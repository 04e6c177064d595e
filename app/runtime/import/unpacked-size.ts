const endMark = 0x06054b50;
const entryMark = 0x02014b50;

/**
 * How many bytes a zip says it unpacks to, read from its directory alone: a small file may hold a huge one.
 * Undefined where there is no directory.
 */
export function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  let at = view.getUint32(end + 16, true);
  let size = 0;
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entryMark) return undefined;
    size += view.getUint32(at + 24, true);
    const extra = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    at += 46 + extra.reduce((sum, one) => sum + one, 0);
  }
  return size;
}

/** The directory's end stands last, before a comment of at most 64 KB. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  return undefined;
}
