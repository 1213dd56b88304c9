import type { Routes } from "./client.ts";
import { operations } from "./operations.ts";

/**
 * Method and path per operation. The web application does not import this, since it would bring every
 * shape along; it has a golden copy, held equal by a test.
 */
export const routes = Object.fromEntries(
  Object.values(operations).map(({ id, method, path }) => [id, { method, path }]),
) as Routes;
