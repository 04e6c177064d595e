import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../i18n/use-say";
import type { Runtime } from "../runtime/api";
import styles from "./demo-doors.module.css";
import { Icon } from "./icon";

type Demo = NonNullable<Runtime["demo"]>;

/** One door for each kind of desk: personnel, auxiliary, officer. The others are behind a word. */
const FIRST = ["zhoumin", "yangxiulan", "gaoyuan"];
/** The village whose board a villager looks at. */
const VILLAGE = "991021200201";

/** The doors of the demonstration: one tap signs in, a villager needs no account. Never there in production. */
export function DemoDoors({ csrf, demo }: { csrf: string; demo: Demo }) {
  const { t } = useTranslation();
  return (
    <section className={styles.doors} aria-label={t("home.doors")}>
      <ul className={styles.first}>
        {FIRST.flatMap((login) => demo.accounts.find((one) => one.login === login) ?? []).map(
          (account) => (
            <Door key={account.login} csrf={csrf} account={account} password={demo.password} />
          ),
        )}
        <li>
          <Link to={`/v/${VILLAGE}`} className={styles.door}>
            <span>
              <b>{t("home.villager")}</b>
              <span className={styles.role}>{t("home.noAccount")}</span>
            </span>
            <Icon name="next" />
          </Link>
        </li>
      </ul>
    </section>
  );
}

/** Everybody else who can be looked at, and how to come in by hand. */
export function OtherDoors({ csrf, demo: { accounts, password } }: { csrf: string; demo: Demo }) {
  const { t } = useTranslation();
  const others = accounts.filter(({ login }) => !FIRST.includes(login));
  return (
    <section className={styles.others}>
      {others.length > 0 && (
        <details>
          <summary>{t("home.others", { count: others.length })}</summary>
          <ul className={styles.list}>
            {others.map((account) => (
              <Door key={account.login} csrf={csrf} account={account} password={password} />
            ))}
          </ul>
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

interface DoorProps {
  csrf: string;
  account: Demo["accounts"][number];
  password: string;
}

function Door({ csrf, account, password }: DoorProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { login, name, role, unitName } = account;
  return (
    <li>
      <form method="post" action="/sign-in">
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="login" value={login} />
        <input type="hidden" name="password" value={password} />
        <button type="submit" className={styles.door} aria-label={t("home.enterAs", { name })}>
          <span>
            <b>{name}</b>
            <span className={styles.role}>{say(role)}</span>
            <span className={styles.unit}>{unitName}</span>
          </span>
          <Icon name="next" />
        </button>
      </form>
    </li>
  );
}
