import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState, type RefObject } from "react";
import type { PartCheck } from "../../runtime/api";

/** How long typing must rest before the server is asked. */
const REST = 500;

/**
 * What comes of the texts in a form, asked again whenever typing rests. `given`: what the server said when the page was
 * made. The last answer stays until the next one is there.
 */
export function usePartCheck(
  form: RefObject<HTMLFormElement | null>,
  ask: { address: string; texts: readonly string[]; given: PartCheck },
): { check: PartCheck; isAsking: boolean } {
  const { address, texts, given } = ask;
  const fetcher = useFetcher<PartCheck>();
  const [shown, setShown] = useState(given);
  const asked = useRef(texts.join("\0"));
  const { submit, data, state } = fetcher;
  const content = texts.join("\0");
  useEffect(() => setShown(given), [given]);
  useEffect(() => {
    if (data !== undefined) setShown(data);
  }, [data]);
  useEffect(() => {
    if (content === asked.current) return undefined;
    const timer = setTimeout(() => {
      if (form.current === null) return;
      asked.current = content;
      const body = new FormData(form.current);
      submit(body, { method: "post", action: address, encType: "multipart/form-data" });
    }, REST);
    return () => clearTimeout(timer);
  }, [content, address, form, submit]);
  return { check: shown, isAsking: state !== "idle" || content !== asked.current };
}
