import { useSay } from "../i18n/use-say";
import type { Text } from "../engine/text";
import { Icon } from "./icon";
import styles from "./said.module.css";

/** What the last step did, in one sentence: 已登记，编号石桥 2026-0061. */
export function Said({ text }: { text: Text | null }) {
  const say = useSay();
  if (!text) return null;
  return (
    <p className={styles.said} role="status">
      <Icon name="yes" />
      {say(text)}
    </p>
  );
}
