import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import fieldStyles from "../field.module.css";
import { Icon } from "../icon";
import { shrinkPhoto, showSize } from "./shrink-photo";

interface PhotoFieldProps {
  /** True where a photo came with the post that was refused: without scripts it must be chosen anew. */
  lost: boolean | undefined;
  fault: string | undefined;
  /** What the photo shows; by default the original. Named where it has to be there. */
  needed?: string;
}

const id = "enteredForPhoto";

/** The photo of a paper original. With scripts it is made small on the device before it is sent. */
export function PhotoField({ lost = false, fault, needed }: PhotoFieldProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const running = useRef<Promise<void>>();
  const [said, setSaid] = useState("");

  /** Puts the small photo in the place of the one that was chosen, and says so. */
  async function shrink(field: HTMLInputElement): Promise<void> {
    const [file] = field.files ?? [];
    if (!file) return setSaid("");
    setSaid(t("entered.photoShrinking"));
    const small = await shrinkPhoto(file);
    // Another one was chosen meanwhile: that one's turn says what there is to say.
    if (field.files?.[0] !== file) return;
    if (small === file) return setSaid("");
    const list = new DataTransfer();
    list.items.add(small);
    field.files = list.files;
    const [before, after] = [showSize(file.size), showSize(small.size)];
    setSaid(t("entered.photoShrunk", { before, after }));
  }

  function start(field: HTMLInputElement): void {
    const work = shrink(field).finally(() => {
      if (running.current === work) running.current = undefined;
    });
    running.current = work;
  }

  useEffect(() => {
    const field = input.current;
    const form = field?.form;
    if (!form) return;
    // Chosen before the scripts arrived.
    if (field.files?.length) start(field);
    // Whoever presses the button at once waits for the small photo.
    const hold = (event: SubmitEvent) => {
      if (!running.current) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void running.current.finally(() => form.requestSubmit(event.submitter));
    };
    form.addEventListener("submit", hold, { capture: true });
    return () => form.removeEventListener("submit", hold, { capture: true });
    // Once, when the page comes to life.
  }, []);

  return (
    <div className={fieldStyles.field}>
      <label className={fieldStyles.label} htmlFor={id}>
        {needed ?? t("entered.photo")}
        {needed === undefined && <span className={fieldStyles.optional}>{t("form.optional")}</span>}
      </label>
      {fault && (
        <p className={fieldStyles.error} id={`${id}-fault`}>
          <Icon name="over" />
          {fault}
        </p>
      )}
      <input
        ref={input}
        className={fault ? `${fieldStyles.input} ${fieldStyles.bad}` : fieldStyles.input}
        id={id}
        name={id}
        type="file"
        accept="image/jpeg,image/png"
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault ${id}-hint` : `${id}-hint`}
        onChange={(event) => start(event.currentTarget)}
      />
      <p className={fieldStyles.hint} id={`${id}-hint`}>
        {t("entered.photoHint")}
      </p>
      {lost && !fault && (
        <noscript>
          <p className={fieldStyles.hint}>{t("entered.photoAgain")}</p>
        </noscript>
      )}
      <p className={fieldStyles.hint} role="status">
        {said}
      </p>
    </div>
  );
}
