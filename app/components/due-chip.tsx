import type { DueChip as Due } from "../runtime/api";
import { useSay } from "../i18n/use-say";
import styles from "./due-chip.module.css";
import { Icon, type IconName } from "./icon";

const SHAPES: Record<Due["kind"], IconName | null> = {
  over: "over",
  today: "half",
  left: "ring",
  paused: "pause",
  provisional: "lack",
  done: "yes",
  none: null,
};

/** By when: a word, then a shape, then a colour, so that it survives a black-and-white printer. */
export function DueChip({ due }: { due: Due | null }) {
  const say = useSay();
  if (!due || due.kind === "none") return null;
  const shape = SHAPES[due.kind];
  return (
    <span className={`${styles.chip} ${styles[due.kind]}`}>
      {shape && <Icon name={shape} />}
      {say(due.text)}
    </span>
  );
}
