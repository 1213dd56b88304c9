import { exampleHandlers } from "../example/handlers.ts";
import { booksHandlers } from "./books/handlers.ts";
import { choiceHandlers } from "./choice/handlers.ts";
import { customerHandlers } from "./customers/handlers.ts";
import type { Handlers } from "./handler.ts";
import { exportHandler } from "./people/export-organization.ts";
import { peopleHandlers } from "./people/handlers.ts";
import { memberHandlers } from "./people/member-handlers.ts";

/** What answers each operation. */
export const handlers: Handlers = {
  ...peopleHandlers,
  ...memberHandlers,
  exportOrganization: exportHandler,
  ...exampleHandlers,
  ...booksHandlers,
  ...customerHandlers,
  ...choiceHandlers,
};
