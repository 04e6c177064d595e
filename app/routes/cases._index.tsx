import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../components/button";
import { Icon } from "../components/icon";
import { PageFrame } from "../components/page-frame";
import { fixedTitle } from "../components/page-title";
import { Said } from "../components/said";
import { BatchBar } from "../components/worklist/batch-bar";
import { EmptyQueue } from "../components/worklist/empty-queue";
import { Queues } from "../components/worklist/queues";
import { WorklistHead } from "../components/worklist/worklist-head";
import { WorklistTable } from "../components/worklist/worklist-table";
import { takeSaid } from "../http/said-cookie.server";
import { requireSession } from "../http/session.server";
import type { QueueName } from "../runtime/api";

const QUEUES: readonly QueueName[] = ["mine", "unit", "overdue", "all"];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const { runtime } = context;
  const { searchParams } = new URL(request.url);
  const asked = QUEUES.find((name) => name === searchParams.get("queue"));
  const after = asked ? searchParams.get("after") : null;
  const mine = await runtime.worklist(session, { queue: asked ?? "mine", after });
  // Nothing for this person alone: then what anybody of the unit may take.
  const list =
    asked || mine.rows.length > 0
      ? mine
      : await runtime.worklist(session, { queue: "unit", after: null });
  const { said, setCookie } = takeSaid(request, context.secure);
  const headers = setCookie ? { "Set-Cookie": setCookie } : undefined;
  return data({ ...list, said }, { headers });
}

export const meta = fixedTitle((words) => words.worklist.title);

export default function Cases() {
  const { queues, queue, rows, next, said } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <PageFrame section="cases" tabs>
      <WorklistHead />
      <Said text={said} />
      <Queues queues={queues} queue={queue} />
      {rows.length > 0 ? (
        <form method="get" action="/cases/batch">
          <WorklistTable rows={rows} />
          <BatchBar rows={rows} />
        </form>
      ) : (
        <EmptyQueue queue={queue} />
      )}
      {next && (
        <p>
          <ButtonLink mini to={`/cases?queue=${queue}&after=${encodeURIComponent(next)}`}>
            {t("worklist.next")}
            <Icon name="next" />
          </ButtonLink>
        </p>
      )}
    </PageFrame>
  );
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
