/** What was done, said for a moment; with a step where it can be taken back. */
export type Toast = { readonly id: number; readonly text: string; readonly undoStepId?: string };

const mostShown = 3;

/** The toasts with a new one last; the oldest makes room. */
export function withToast(toasts: readonly Toast[], toast: Toast): readonly Toast[] {
  return [...toasts, toast].slice(-mostShown);
}

/** What the undo key takes back: the last thing done that can be. */
export function lastUndoable(toasts: readonly Toast[]): Toast | undefined {
  return toasts.findLast((toast) => toast.undoStepId !== undefined);
}

/** Z, with or without Ctrl, Cmd or Shift; Alt makes other letters. */
export function isUndoKey({ key, altKey }: { readonly key: string; readonly altKey: boolean }) {
  return key.toLowerCase() === "z" && !altKey;
}
