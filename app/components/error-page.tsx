import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Text } from "../engine/text";
import { useSay } from "../i18n/use-say";
import { ButtonLink } from "./button";
import styles from "./error-page.module.css";
import { useFrameData } from "./frame-data";
import { PageFrame } from "./page-frame";

/** What a route that cannot show its page shows instead: a coded refusal in plain words, and where to go. */
export function ErrorPage() {
  const { t } = useTranslation();
  const say = useSay();
  const { status, refusal } = readError(useRouteError());
  const signedIn = Boolean(useFrameData()?.signedIn);
  const words =
    status === 404
      ? ({ title: "refusal.titleNotFound", text: "refusal.textNotFound" } as const)
      : status === 403 && !refusal?.code.startsWith("auth/")
        ? ({ title: "refusal.titleForbidden", text: "refusal.textForbidden" } as const)
        : ({ title: "refusal.titleBroken", text: "refusal.textBroken" } as const);
  return (
    <PageFrame width="text">
      <div className={styles.page} role="alert">
        <h1>{t(words.title)}</h1>
        <p>{refusal ? say(refusal.message) : t(words.text)}</p>
        {refusal && (
          <p className={styles.code}>
            {t("refusal.code")} {refusal.code}
          </p>
        )}
        {signedIn ? (
          <ButtonLink to="/cases">{t("refusal.toCases")}</ButtonLink>
        ) : (
          <ButtonLink to="/">{t("refusal.toHome")}</ButtonLink>
        )}
      </div>
    </PageFrame>
  );
}

interface ShownRefusal {
  code: string;
  message: Text;
}

/** An answer thrown by a loader or action; anything else counts as broken. */
function readError(error: unknown): { status: number; refusal?: ShownRefusal } {
  if (!isRouteErrorResponse(error)) return { status: 500 };
  const body: unknown = error.data;
  return isShownRefusal(body) ? { status: error.status, refusal: body } : { status: error.status };
}

function isShownRefusal(body: unknown): body is ShownRefusal {
  if (typeof body !== "object" || body === null || !("code" in body) || !("message" in body)) {
    return false;
  }
  const { code, message } = body;
  return (
    typeof code === "string" && typeof message === "object" && message !== null && "zh" in message
  );
}
