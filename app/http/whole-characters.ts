import { Transform } from "node:stream";

/**
 * A stream that hands React's HTML on without its NUL bytes. React 18 fills a buffer of fixed size and sends all of it
 * where the next character (three bytes of Chinese) does not fit any more (facebook/react issue 24985). In an
 * attribute a browser reads each of those bytes as U+FFFD: a form's own value would come back spoiled.
 */
export function wholeCharacters(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
