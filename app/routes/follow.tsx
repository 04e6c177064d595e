import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fixedTitle } from "../components/page-title";
import { FollowPage } from "../components/public/follow-page";
import { textOf } from "../http/form-data";
import { publicData } from "../http/public-page.server";
import { readPost } from "../http/read-post.server";
import { refusedData } from "../http/refused.server";

export const handle = { scripts: false };

export function loader({ request, context }: LoaderFunctionArgs) {
  return publicData({ request, context }, {});
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readPost(request);
  const ask = { code: textOf(form, "code"), address: context.address };
  const found = await context.runtime.follow(ask);
  return found.ok
    ? data({ found: found.value, refusal: null })
    : refusedData(found, { found: null });
}

export const meta = fixedTitle((words) => words.follow.title);

export default function Follow() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <FollowPage {...page} found={answer?.found ?? null} refusal={answer?.refusal ?? null} />;
}

export { PublicError as ErrorBoundary } from "../components/public/public-error";
