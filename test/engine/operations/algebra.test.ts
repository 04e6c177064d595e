import { test } from "vitest";
import { properties } from "../../support/operations-properties";

/** `QY_ROUNDS=2000 npm test` looks longer. */
const rounds = Number(process.env["QY_ROUNDS"] ?? 60);

test.each(Object.entries(properties))(
  "%s, whatever anybody does",
  (_, property) => property(rounds),
  600_000,
);
