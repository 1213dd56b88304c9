import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import { Button } from "../controls/Button.tsx";
import { api, refreshAll } from "./api.ts";
import { describeError } from "./describe-error.ts";
import { usePhrases } from "./language.tsx";
import { isUndoKey, lastUndoable, type Toast, withToast } from "./toast-list.ts";

type Toasts = {
  /** Says what was done, with ten seconds to take it back where there is a step to undo. */
  readonly say: (text: string, undoStepId?: string) => void;
};

const ToastContext = createContext<Toasts | null>(null);
const shownFor = 10_000;

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const { t, ...phrases } = usePhrases();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const next = useRef(1);

  const drop = useCallback(
    (id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)),
    [],
  );
  const say = useCallback(
    (text: string, undoStepId?: string) => {
      const id = next.current++;
      setToasts((all) =>
        withToast(all, { id, text, ...(undoStepId === undefined ? {} : { undoStepId }) }),
      );
      setTimeout(() => drop(id), shownFor);
    },
    [drop],
  );

  const undo = useCallback(
    async (toast: Toast) => {
      if (toast.undoStepId === undefined) return;
      drop(toast.id);
      try {
        await api("undo", { id: toast.undoStepId });
        await refreshAll();
        say(t("shell.undone"));
      } catch (error) {
        say(describeError({ t, ...phrases }, error));
      }
    },
    [drop, say, t, phrases],
  );

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (!isUndoKey(event) || isTyping(event)) return;
      const last = lastUndoable(toasts);
      if (last === undefined) return;
      event.preventDefault();
      void undo(last);
    }
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [toasts, undo]);

  return (
    <ToastContext.Provider value={{ say }}>
      {children}
      <div className="toasts no-print" role="status" aria-live="polite">
        {toasts.map((toast) => (
          <div key={toast.id} className="toast">
            <span>{toast.text}</span>
            {toast.undoStepId !== undefined && (
              <Button size="small" onClick={() => void undo(toast)}>
                {t("shell.undo")} <kbd>Z</kbd>
              </Button>
            )}
          </div>
        ))}
      </div>
    </ToastContext.Provider>
  );
}

export function useToasts(): Toasts {
  const toasts = useContext(ToastContext);
  if (toasts === null) throw new Error("useToasts outside ToastProvider");
  return toasts;
}

/** True while the keyboard belongs to a field: single-letter keys are then text. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable]") !== null
  );
}
