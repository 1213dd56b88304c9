import { useState } from "react";
import { refreshAll } from "#app/api.ts";
import { describeError } from "#app/describe-error.ts";
import { usePhrases } from "#app/language.tsx";
import { useToasts } from "#app/toasts.tsx";

/** Does what a sheet asks for and closes it; a refusal is said inside, where it is read. */
export function useDecision(onClose: () => void) {
  const phrases = usePhrases();
  const { say } = useToasts();
  const [refusal, setRefusal] = useState<string | null>(null);

  async function decide(act: () => Promise<unknown>, done: string) {
    try {
      await act();
    } catch (error) {
      setRefusal(describeError(phrases, error));
      return;
    }
    say(done);
    onClose();
    await refreshAll();
  }

  return { decide, refusal };
}
