interface TrimLimits {
  /** What one file may have, in bytes. */
  file: number;
  /** What everything else may have together: texts, the parts' own heads, what lies between them. */
  rest: number;
}

/** Takes a body as it comes and gives what of it is kept. */
export interface MultipartTrimmer {
  /** `too-much-text`: there is too much besides files. */
  push(chunk: Buffer): "too-much-text" | undefined;
  /** What was kept, as a body of the same boundary. */
  end(): Buffer;
}

const HEAD_END = Buffer.from("\r\n\r\n");
/** The longest head of a part: its name and file name. */
const MOST_HEAD = 16 * 1024;

/**
 * Cuts the files of a `multipart/form-data` body off one byte above the limit and keeps everything else as it is:
 * a page can then say that a photo is too large without losing what was typed beside it. Never holds more than the
 * limits allow, however much comes.
 */
export function createMultipartTrimmer(boundary: string, limits: TrimLimits): MultipartTrimmer {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const kept: Buffer[] = [];
  // The first boundary has no line before it: one is put there, and taken away again at the end.
  let pending = Buffer.from("\r\n");
  let part: "head" | "text" | "file" = "text";
  let fileSize = 0;
  let restSize = 0;

  function keep(bytes: Buffer): void {
    if (part !== "file") {
      restSize += bytes.length;
      kept.push(bytes);
      return;
    }
    const left = limits.file + 1 - fileSize;
    fileSize += bytes.length;
    if (left > 0) kept.push(bytes.subarray(0, left));
  }

  /** Keeps the first bytes of what is pending. */
  function take(size: number): void {
    if (size > 0) keep(pending.subarray(0, size));
    pending = pending.subarray(size);
  }

  /** Whether something was decided; false where more must come first. */
  function advance(): boolean {
    if (part === "head") {
      const end = pending.indexOf(HEAD_END);
      if (end < 0) return false;
      const isFile = /;\s*filename\*?=/i.test(pending.toString("latin1", 0, end));
      take(end + HEAD_END.length);
      part = isFile ? "file" : "text";
      fileSize = 0;
      return true;
    }
    const end = pending.indexOf(delimiter);
    if (end < 0) {
      take(Math.max(0, pending.length - delimiter.length + 1));
      return false;
    }
    take(end);
    part = "head";
    take(delimiter.length);
    return true;
  }

  return {
    push(chunk) {
      pending = Buffer.concat([pending, chunk]);
      while (advance());
      const waits = part === "head" ? pending.length : 0;
      return restSize > limits.rest || waits > MOST_HEAD ? "too-much-text" : undefined;
    },
    end() {
      take(pending.length);
      return Buffer.concat(kept).subarray(2);
    },
  };
}
