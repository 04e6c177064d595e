import fc from "fast-check";
import { expect, test } from "vitest";
import { createMultipartTrimmer } from "../../app/http/trim-multipart";

interface Part {
  name: string;
  isFile: boolean;
  bytes: Uint8Array;
}

function bodyOf(parts: readonly Part[]): Buffer {
  const pieces = parts.flatMap(({ name, isFile, bytes }) => [
    Buffer.from(`--b0und\r\nContent-Disposition: form-data; name="${name}"`),
    Buffer.from(isFile ? `; filename="${name}.jpg"\r\nContent-Type: image/jpeg` : ""),
    Buffer.from("\r\n\r\n"),
    bytes,
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([...pieces, Buffer.from("--b0und--\r\n")]);
}

/** What is left of a body that comes in pieces of these sizes, one after the other and again. */
function trim(body: Buffer, sizes: readonly number[], limits = { file: 20, rest: 5000 }) {
  const trimmer = createMultipartTrimmer("b0und", limits);
  for (let at = 0, i = 0; at < body.length; i += 1) {
    const size = sizes[i % sizes.length] ?? 1;
    const verdict = trimmer.push(body.subarray(at, at + size));
    if (verdict) return verdict;
    at += size;
  }
  return trimmer.end().toString("latin1");
}

/** Bytes among which line ends, dashes and beginnings of a boundary are frequent. */
const bytes = fc
  .array(fc.constantFrom("\r\n", "\r", "-", "--b0u", "\r\n--b0un", "x", "\0", "\xff"), {
    maxLength: 12,
  })
  .map((pieces) => Buffer.from(pieces.join(""), "latin1"));
const parts = fc.array(fc.record({ name: fc.constantFrom("a", "b"), isFile: fc.boolean(), bytes }));
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

test("files are cut one byte behind the limit, all else is kept, however the body comes", () => {
  const property = fc.property(parts, sizes, (given, pieces) => {
    const cut = given.map((part) => ({
      ...part,
      bytes: part.isFile ? part.bytes.subarray(0, 21) : part.bytes,
    }));
    expect(trim(bodyOf(given), pieces)).toBe(bodyOf(cut).toString("latin1"));
  });
  fc.assert(property);
});

test("what is no form at all comes out as it went in, within the limits", () => {
  const property = fc.property(bytes, sizes, (given, pieces) => {
    expect(trim(given, pieces)).toBe(given.toString("latin1"));
  });
  fc.assert(property);
});

test("too much text, or a head without an end, is said as soon as it has come", () => {
  const text = { name: "a", isFile: false, bytes: Buffer.alloc(6000, "x") };
  expect(trim(bodyOf([text]), [100])).toBe("too-much-text");
  const endless = Buffer.concat([Buffer.from("--b0und\r\n"), Buffer.alloc(20_000, "x")]);
  expect(trim(endless, [100])).toBe("too-much-text");
});
