import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { refuse } from "../engine/errors";
import { RefusalError } from "../engine/refusal";
import { refusalResponse } from "./refusal-response";
import "./load-context";

type Route = NonNullable<ServerBuild["routes"][string]>;
type Door = NonNullable<Route["module"]["loader"]>;

/**
 * The build with every loader and action watched. What one throws that nobody expected is logged under the request's
 * id and answered as `http/broken`, whose sentence names that id; an answer or a refusal passes as it is.
 */
export function reportFaults(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).flatMap(([id, route]) =>
    route ? [[id, watched(route)] as const] : [],
  );
  return { ...build, routes: Object.fromEntries(routes) };
}

function watched(route: Route): Route {
  const { loader, action } = route.module;
  const module = {
    ...route.module,
    ...(loader && { loader: watch(loader) }),
    ...(action && { action: watch(action) }),
  };
  return { ...route, module };
}

function watch(door: Door): Door {
  return async (args) => {
    try {
      return await door(args);
    } catch (thrown) {
      if (thrown instanceof Response || args.request.signal.aborted) throw thrown;
      throw refusalResponse(toRefusal(thrown, args.context));
    }
  };
}

function toRefusal(thrown: unknown, context: AppLoadContext) {
  if (thrown instanceof RefusalError && thrown.refusal.kind !== "broken") return thrown.refusal;
  context.report(thrown);
  return refuse("http/broken", { request: context.requestId });
}
