import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "../button";
import { TextField } from "../field";
import styles from "./accounts.module.css";

/** Looks for people by name, account or unit: an address that can be kept. */
export function PeopleSearch({ search }: { search: string }) {
  const { t } = useTranslation();
  return (
    <Form method="get" role="search" className={styles.search} key={search}>
      <TextField
        id="q"
        name="q"
        type="search"
        label={t("accounts.search")}
        defaultValue={search}
        autoComplete="off"
        maxLength={64}
      />
      <Button>{t("accounts.look")}</Button>
      {search !== "" && <Link to="/people">{t("accounts.everybody")}</Link>}
    </Form>
  );
}
