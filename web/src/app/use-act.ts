import { refreshAll } from "./api.ts";
import { describeError } from "./describe-error.ts";
import { usePhrases } from "./language.tsx";
import { useToasts } from "./toasts.tsx";

/**
 * Does something that changes the books or a customer, says so with its undo, and asks everything
 * again; a refusal is said too. Resolves to whether it was done.
 */
export function useAct() {
  const phrases = usePhrases();
  const { say } = useToasts();
  return async (act: () => Promise<{ readonly undoStepId?: string } | undefined>, done: string) => {
    try {
      const result = await act();
      say(done, result?.undoStepId);
      await refreshAll();
      return true;
    } catch (error) {
      say(describeError(phrases, error));
      return false;
    }
  };
}
