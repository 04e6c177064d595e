import type { ModelMark } from "../../runtime/api";
import { useSay } from "../../i18n/use-say";
import styles from "./model-badge.module.css";

/** A model's letter in its shape; beside it the name stands at least once on a page. */
export function ModelBadge({ model, small }: { model: ModelMark; small?: boolean }) {
  const say = useSay();
  const { letter, shape, tone } = model;
  return (
    <span
      className={[styles.badge, styles[shape], styles[tone], small && styles.small]
        .filter(Boolean)
        .join(" ")}
      role="img"
      aria-label={say(model.title)}
    >
      {letter}
    </span>
  );
}

/** The class that gives a surface the tint of a model. */
export function modelTint({ tone }: Pick<ModelMark, "tone">): string {
  return `${styles.tint} ${styles[tone]}`;
}
