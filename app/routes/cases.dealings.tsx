import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../components/button";
import { ConcernList } from "../components/dealings/concern-list";
import styles from "../components/dealings/dealings.module.css";
import { Icon } from "../components/icon";
import { PageFrame } from "../components/page-frame";
import { fixedTitle } from "../components/page-title";
import { Queues } from "../components/worklist/queues";
import { WorklistHead } from "../components/worklist/worklist-head";
import { requireSession } from "../http/session.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const after = new URL(request.url).searchParams.get("after");
  const { runtime } = context;
  const { queues } = await runtime.worklist(session, { queue: "mine", after: null });
  const concerns = await runtime.concerns(session, after);
  return { queues, ...concerns, isFirst: after === null };
}

export const meta = fixedTitle((words) => words.dealing.concerns);

/** 与我有关: what others ask, order and send, beside the tasks. */
export default function Concerns() {
  const { queues, rows, next, isFirst } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <PageFrame section="cases" tabs>
      <WorklistHead />
      <Queues queues={queues} queue="concerns" />
      {rows.length > 0 ? <ConcernList rows={rows} /> : <p>{t("dealing.none")}</p>}
      {!(isFirst && next === null) && (
        <p className={styles.begin}>
          {!isFirst && (
            <ButtonLink mini to="/cases/dealings">
              {t("dealing.newest")}
            </ButtonLink>
          )}
          {next && (
            <ButtonLink mini to={`/cases/dealings?after=${encodeURIComponent(next)}`}>
              {t("dealing.next")}
              <Icon name="next" />
            </ButtonLink>
          )}
        </p>
      )}
    </PageFrame>
  );
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
