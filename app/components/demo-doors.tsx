import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../i18n/use-say";
import type { Runtime } from "../runtime/api";
import styles from "./demo-doors.module.css";
import { ButtonLink } from "./button";
import { Icon } from "./icon";

type Demo = NonNullable<Runtime["demo"]>;

/** One door for each kind of desk: personnel, auxiliary, officer, mediator. The others are behind a word. */
const FIRST = ["zhoumin", "yangxiulan", "gaoyuan", "yangguoan"];
/** The village whose board a villager looks at. */
const VILLAGE = "991021200201";

/** The people of the demonstration: one tap signs in as one of them. Never there in production. */
export function DemoDoors({ csrf, demo }: { csrf: string; demo: Demo }) {
  const { t } = useTranslation();
  const { accounts, password } = demo;
  const first = FIRST.flatMap((login) => accounts.find((one) => one.login === login) ?? []);
  const others = accounts.filter((one) => !first.includes(one));
  return (
    <section className={styles.doors} aria-labelledby="doors">
      <h2 id="doors">{t("home.doors")}</h2>
      <p className={styles.hint}>{t("home.doorsHint")}</p>
      <Doors csrf={csrf} accounts={first} password={password} />
      <p className={styles.villager}>
        <ButtonLink mini to={`/v/${VILLAGE}`}>
          {t("home.villager")}
        </ButtonLink>
      </p>
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>{t("home.others", { count: others.length })}</summary>
          <Doors csrf={csrf} accounts={others} password={password} />
        </details>
      )}
      <p className={styles.hint}>
        {t("home.password", { password })}
        {" · "}
        <Link to="/sign-in">{t("home.other")}</Link>
      </p>
    </section>
  );
}

function Doors({ csrf, accounts, password }: Demo & { csrf: string }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <ul className={styles.list}>
      {accounts.map(({ login, name, role, unitName }) => (
        <li key={login}>
          <form method="post" action="/sign-in">
            <input type="hidden" name="csrf" value={csrf} />
            <input type="hidden" name="login" value={login} />
            <input type="hidden" name="password" value={password} />
            <button type="submit" aria-label={t("home.enterAs", { name })}>
              <span>
                <b>{name}</b>
                <span className={styles.role}>{say(role)}</span>
                <span className={styles.unit}>{unitName}</span>
              </span>
              <Icon name="next" />
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
