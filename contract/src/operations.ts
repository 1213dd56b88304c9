import { booksOperations } from "./books/operations.ts";
import { choiceOperations } from "./choice/operations.ts";
import { customerOperations } from "./customers/operations.ts";
import { memberOperations } from "./people/member-operations.ts";
import { peopleOperations } from "./people/operations.ts";

/** Everything that can be asked of Koers. */
export const operations = {
  ...peopleOperations,
  ...memberOperations,
  ...booksOperations,
  ...customerOperations,
  ...choiceOperations,
} as const;

export type Operations = typeof operations;
export type OperationId = keyof Operations;
