import { describe, expect, test } from "vitest";
import { checkEnteredFor, readStep } from "../../app/http/form-data";

function post(fields: Record<string, string | File>): FormData {
  const form = new FormData();
  const whole = { commandId: "c-1", expectedSeq: "4", ...fields };
  for (const [name, value] of Object.entries(whole)) form.append(name, value);
  return form;
}

async function codeOf(fields: Record<string, string | File>): Promise<string> {
  const answer = await readStep(post(fields));
  return answer.ok ? "accepted" : answer.refusal.code;
}

const jpeg = new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2])], "../../a.html", {
  type: "text/html",
});

describe("the post of a step", () => {
  test("is read with its command id, the sequence seen, the place and the answers", async () => {
    const answer = await readStep(post({ place: "991021200201", "form/reporter": "杨德厚" }));
    expect(answer).toEqual({
      ok: true,
      value: {
        intent: "send",
        commandId: "c-1",
        expectedSeq: 4,
        place: "991021200201",
        form: { reporter: "杨德厚" },
        isChecked: false,
        enteredFor: null,
        next: [],
        search: "",
      },
    });
  });

  test("takes the answers from the page that showed them once more", async () => {
    const answer = await readStep(post({ answers: '{"items":[{"fen":1}]}', intent: "back" }));
    expect(answer).toMatchObject({
      ok: true,
      value: { intent: "back", form: { items: [{ fen: 1 }] } },
    });
  });

  test("knows the buttons that change the form", async () => {
    const answer = await readStep(post({ intent: "remove:/parties/0" }));
    expect(answer).toMatchObject({
      value: { intent: { edit: "remove", pointer: "/parties/0" } },
    });
  });

  test("carries whose paper was entered, its day and its photo", async () => {
    const answer = await readStep(
      post({ enteredForName: " 李长顺 ", enteredForDay: "2026-10-11", enteredForPhoto: jpeg }),
    );
    expect(answer).toMatchObject({
      value: {
        enteredFor: {
          name: "李长顺",
          originalDay: "2026-10-11",
          photo: { bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2]) },
        },
      },
    });
  });

  test("keeps all that was typed beside a photo that is none, and says so at the photo", async () => {
    const page = new File(["<script>"], "a.jpg", { type: "image/jpeg" });
    const fields = { enteredForName: "李长顺", enteredForDay: "2026-10-11" };
    const read = await readStep(
      post({ ...fields, enteredForPhoto: page, "form/reporter": "杨德厚" }),
    );
    if (!read.ok) expect.fail(read.refusal.code);
    expect(read.value.form).toEqual({ reporter: "杨德厚" });
    expect(checkEnteredFor(read.value.enteredFor)).toMatchObject({
      refusal: { code: "case/photo-type", fields: [{ pointer: "enteredForPhoto" }] },
    });
  });

  test("takes a photo of ten megabytes and no byte more", () => {
    const megabytes = (size: number) => {
      const bytes = new Uint8Array(size);
      bytes.set([0xff, 0xd8, 0xff]);
      const photo = { bytes, type: "image/jpeg" };
      const answer = checkEnteredFor({ name: "李长顺", originalDay: "2026-10-11", photo });
      return answer.ok ? "accepted" : answer.refusal.code;
    };
    expect(megabytes(10 * 1024 * 1024)).toBe("accepted");
    expect(megabytes(10 * 1024 * 1024 + 1)).toBe("case/photo-too-large");
  });

  test("says everything that is wrong with a paper at once", () => {
    const photo = { bytes: new Uint8Array([1]), type: "image/jpeg" };
    const answer = checkEnteredFor({ name: "", originalDay: "", photo });
    expect(answer).toMatchObject({
      refusal: {
        code: "form/invalid",
        fields: [
          { pointer: "enteredForName" },
          { pointer: "enteredForDay" },
          { pointer: "enteredForPhoto" },
        ],
      },
    });
  });

  test("asks for both the name and the day of a paper, at the field that is missing", () => {
    const pointers = (name: string, originalDay: string) => {
      const answer = checkEnteredFor({ name, originalDay });
      return answer.ok ? [] : answer.refusal.fields?.map(({ pointer }) => pointer);
    };
    expect(pointers("李长顺", "")).toEqual(["enteredForDay"]);
    expect(pointers("", "2026-10-11")).toEqual(["enteredForName"]);
    expect(pointers("李长顺", "2026-10-11")).toEqual([]);
    expect(checkEnteredFor(null).ok).toBe(true);
  });

  test.each<Record<string, string>>([
    { intent: "drop" },
    { intent: "add:/__proto__" },
    { expectedSeq: "abc" },
    { answers: "[]" },
    { answers: "{" },
    { answers: '{"a":{"__proto__":{"polluted":1}}}' },
    { answers: '{"constructor":{}}' },
  ])("is refused where it cannot be read: %j", async (fields) => {
    expect(await codeOf(fields)).toBe("http/malformed");
  });

  test("is refused with a field that no form has", async () => {
    expect(await codeOf({ "form/__proto__/x": "1" })).toBe("http/unreadable-field");
  });
});
