import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadedTitle } from "../components/page-title";
import { BoardPage } from "../components/public/board-page";
import { publicData } from "../http/public-page.server";
import { valueOrThrow } from "../http/refused.server";
import type { BoardView } from "../runtime/api";

export const handle = { scripts: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const board = valueOrThrow(await context.runtime.board(params["village"] ?? ""));
  return publicData({ request, context }, { board });
}

export const meta = loadedTitle(({ board }: { board: BoardView }) => ({
  zh: `${board.villageName}公开栏`,
  en: board.villageName,
}));

export default function Board() {
  return <BoardPage {...useLoaderData<typeof loader>()} />;
}

export { PublicError as ErrorBoundary } from "../components/public/public-error";
