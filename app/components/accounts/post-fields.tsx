import { useTranslation } from "react-i18next";
import { useSay } from "../../i18n/use-say";
import type { PeopleDesk } from "../../runtime/api";
import { TextField } from "../field";
import { SelectField } from "./select-field";

/** Role, unit, and from when until when. `id` keeps several of these apart on one page. */
export function PostFields({ id, desk }: { id: string; desk: PeopleDesk }) {
  const { t } = useTranslation();
  const say = useSay();
  const roles = desk.roles.map((role) => ({ value: role.id, label: say(role.title) }));
  const units = desk.units.map((unit) => ({ value: unit.id, label: unit.name }));
  return (
    <>
      <SelectField id={`${id}-role`} name="role" label={t("accounts.role")} options={roles} />
      <SelectField id={`${id}-unit`} name="unit" label={t("accounts.unit")} options={units} />
      <TextField
        id={`${id}-from`}
        name="from"
        type="date"
        label={t("accounts.from")}
        hint={t("accounts.fromHint")}
      />
      <TextField
        id={`${id}-to`}
        name="to"
        type="date"
        label={t("accounts.to")}
        hint={t("accounts.toHint")}
      />
    </>
  );
}
