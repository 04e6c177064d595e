import { Icon } from "../icon";
import fieldStyles from "../field.module.css";
import { faultId } from "./widgets/control-props";

/** What is wrong with a field, in the words of the summary on top; nothing where nothing is. */
export function FieldFault({ id, faults }: { id: string; faults: ReadonlyMap<string, string> }) {
  const message = faults.get(id);
  if (message === undefined) return null;
  return (
    <p className={fieldStyles.error} id={faultId(id)}>
      <Icon name="over" />
      {message}
    </p>
  );
}
