import {
  booksUndoHandlers,
  customerUndo,
  exceptionUndo,
  memberUndo,
  organizationUndoHandlers,
  sumsAfterEdit,
  type UndoHandlers,
} from "@koers/business";

/** How each kind of act is taken back, over all rooms. */
export const undoHandlers: UndoHandlers = {
  ...organizationUndoHandlers(sumsAfterEdit),
  ...memberUndo,
  ...booksUndoHandlers,
  ...customerUndo,
  ...exceptionUndo,
};
