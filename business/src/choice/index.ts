export {
  activateException,
  approveException,
  endException,
  refuseException,
  submitException,
} from "./decide-exception.ts";
export {
  createExceptionDraft,
  editExceptionDraft,
  exceptionUndo,
  renewException,
} from "./draft-exception.ts";
export { getException } from "./get-exception.ts";
export { listExceptions } from "./list-exceptions.ts";
export { markExceptionRead } from "./mark-exception-read.ts";
