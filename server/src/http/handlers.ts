import type { Handlers } from "./handler.ts";
import { peopleHandlers } from "./people/handlers.ts";

export const handlers = { ...peopleHandlers } as Handlers;
