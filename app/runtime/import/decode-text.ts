/**
 * A text file as Chinese offices have them: UTF-8, with or without its mark, or else GB18030, of which GBK and
 * GB2312 are parts.
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
