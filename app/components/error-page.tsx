import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSay } from "../i18n/use-say";
import { ButtonLink } from "./button";
import styles from "./error-page.module.css";
import { useFrameData } from "./frame-data";
import { PageFrame } from "./page-frame";
import type { ShownRefusal } from "./shown-refusal";

/** What a route that cannot show its page shows instead: a coded refusal in plain words, and where to go. */
export function ErrorPage() {
  const { t } = useTranslation();
  const say = useSay();
  const { status, refusal } = readError(useRouteError());
  const signedIn = Boolean(useFrameData()?.signedIn);
  const words = WORDS[kindOf(status, refusal)];
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

const WORDS = {
  notFound: { title: "refusal.titleNotFound", text: "refusal.textNotFound" },
  forbidden: { title: "refusal.titleForbidden", text: "refusal.textForbidden" },
  method: { title: "refusal.titleBroken", text: "refusal.textMethod" },
  malformed: { title: "refusal.titleBroken", text: "refusal.textMalformed" },
  broken: { title: "refusal.titleBroken", text: "refusal.textBroken" },
} as const;

/** A form that was refused for its token is not a page that belongs to others. */
function kindOf(status: number, refusal?: Refused): keyof typeof WORDS {
  if (status === 404) return "notFound";
  if (status === 405) return "method";
  if (status === 400) return "malformed";
  return status === 403 && (!refusal || refusal.code.startsWith("case/")) ? "forbidden" : "broken";
}

type Refused = Pick<ShownRefusal, "code" | "message">;

/** An answer thrown by a loader or action; anything else counts as broken. */
export function readError(error: unknown): { status: number; refusal?: Refused } {
  if (!isRouteErrorResponse(error)) return { status: 500 };
  const body: unknown = error.data;
  return isShownRefusal(body) ? { status: error.status, refusal: body } : { status: error.status };
}

function isShownRefusal(body: unknown): body is Refused {
  if (typeof body !== "object" || body === null || !("code" in body) || !("message" in body)) {
    return false;
  }
  const { code, message } = body;
  return (
    typeof code === "string" && typeof message === "object" && message !== null && "zh" in message
  );
}
