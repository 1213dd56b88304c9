import type { UndoHandlers } from "../people/index.ts";
import { editCustomerUndo } from "./edit-customer.ts";
import { mergeCustomersUndo } from "./merge-customers.ts";
import { noteUndo } from "./notes.ts";
import { viewUndo } from "./saved-views.ts";
import { scoringObjectionUndo } from "./set-scoring-objection.ts";
import { splitCustomerUndo } from "./split-customer.ts";

/** How each change of this room is taken back. */
export const customerUndo: UndoHandlers = {
  ...editCustomerUndo,
  ...scoringObjectionUndo,
  ...mergeCustomersUndo,
  ...splitCustomerUndo,
  ...noteUndo,
  ...viewUndo,
};
