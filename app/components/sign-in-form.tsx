import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Text } from "../engine/text";
import { useSay } from "../i18n/use-say";
import { Button } from "./button";
import { ErrorSummary } from "./error-summary";
import { TextField } from "./field";
import styles from "./sign-in-form.module.css";

interface SignInFormProps {
  csrf: string;
  /** Where to go afterwards. */
  to: string;
  /** Given back after a refusal, with its words. The password is not. */
  login?: string;
  refused?: Text;
}

export function SignInForm({ csrf, to, login, refused }: SignInFormProps) {
  const { t } = useTranslation();
  const say = useSay();
  const faults = refused ? [{ id: "login", message: say(refused) }] : [];
  return (
    <Form method="post" noValidate className={styles.form}>
      <ErrorSummary title={t("signIn.refused")} faults={faults} />
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="to" value={to} />
      <TextField
        id="login"
        name="login"
        label={t("signIn.login")}
        defaultValue={login}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <TextField
        id="password"
        name="password"
        type="password"
        label={t("signIn.password")}
        hint={t("signIn.hint")}
        autoComplete="current-password"
        required
      />
      <Button kind="go" wide>
        {t("signIn.submit")}
      </Button>
    </Form>
  );
}
