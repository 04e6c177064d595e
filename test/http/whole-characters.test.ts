import { PassThrough, type Duplex } from "node:stream";
import { buffer } from "node:stream/consumers";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, test } from "vitest";
import { wholeCharacters } from "../../app/http/whole-characters";

/** Inputs whose values are Chinese, at every offset from the edge of React's buffer. */
const page = createElement(
  "form",
  null,
  Array.from({ length: 600 }, (_, i) =>
    createElement("input", { key: i, readOnly: true, value: `${"x".repeat(i % 7)}石桥村调解` }),
  ),
);

function drawn(through: Duplex): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      onShellReady() {
        resolve(buffer(pipe(through)));
      },
      onShellError: reject,
    });
  });
}

test("no value of a form is spoiled where React's buffer ends within a character", async () => {
  const html = (await drawn(wholeCharacters())).toString("utf8");
  expect(html).not.toMatch(/[\0\uFFFD]/);
  expect(html.match(/石桥村调解/g)).toHaveLength(600);
});

test("React still needs it", async () => {
  expect((await drawn(new PassThrough())).includes(0)).toBe(true);
});
