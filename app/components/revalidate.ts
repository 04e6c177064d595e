import type { ShouldRevalidateFunction } from "@remix-run/react";

/** After a conflict the page must be read anew: somebody took a step in between. */
export const revalidateOnConflict: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => actionStatus === 409 || defaultShouldRevalidate;
