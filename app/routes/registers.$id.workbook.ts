import type { LoaderFunctionArgs } from "@remix-run/node";
import { askedMonth, askedYear } from "../http/asked-year";
import { attachment } from "../http/attachment";
import { valueOrThrow } from "../http/refused.server";
import { requireSession } from "../http/session.server";

/** A register of one year, or of a month of it, as an xlsx file. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const year = askedYear(request, context.runtime.today());
  const id = params["id"] ?? "";
  const { name, bytes } = valueOrThrow(
    await context.runtime.registerWorkbook(session, id, year, askedMonth(request)),
  );
  return attachment({ name: `${name}.xlsx`, bytes });
}
