import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../i18n/use-say";
import type { Runtime } from "../runtime/api";
import styles from "./demo-doors.module.css";
import { Icon } from "./icon";

type Demo = NonNullable<Runtime["demo"]>;

/** The people of the demonstration: one tap signs in as one of them. Never there in production. */
export function DemoDoors({ csrf, demo }: { csrf: string; demo: Demo }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className={styles.doors} aria-labelledby="doors">
      <h2 id="doors">{t("home.doors")}</h2>
      <p className={styles.hint}>{t("home.doorsHint")}</p>
      <ul className={styles.list}>
        {demo.accounts.map((account) => (
          <li key={account.login}>
            <form method="post" action="/sign-in">
              <input type="hidden" name="csrf" value={csrf} />
              <input type="hidden" name="login" value={account.login} />
              <input type="hidden" name="password" value={demo.password} />
              <button type="submit" aria-label={t("home.enterAs", { name: account.name })}>
                <span>
                  <b>{account.name}</b>
                  <span className={styles.role}>{say(account.role)}</span>
                  <span className={styles.unit}>{account.unitName}</span>
                </span>
                <Icon name="next" />
              </button>
            </form>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>
        {t("home.password", { password: demo.password })}
        {" · "}
        <Link to="/sign-in">{t("home.other")}</Link>
      </p>
    </section>
  );
}
