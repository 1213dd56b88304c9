import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, queryClient, reading } from "#app/api.ts";
import { describeError } from "#app/describe-error.ts";
import { usePhrases } from "#app/language.tsx";
import { useToasts } from "#app/toasts.tsx";

type Shown = { readonly id: string; readonly read: boolean; readonly changedAt: string };

/** Who has a dossier before them has read it as it is now; a guest in the example is nobody. */
export function useReadReceipt(dossier: Shown | undefined): void {
  const phrases = usePhrases();
  const { say } = useToasts();
  const { data: session } = useQuery(reading("getSession", {}));
  const person = (session?.account ?? null) !== null;
  const unread = person && dossier?.read === false ? dossier : undefined;
  const id = unread?.id;
  const changedAt = unread?.changedAt;

  // Once for each change of the dossier, whatever else is drawn again.
  useEffect(() => {
    if (id === undefined) return;
    async function mark(dossierId: string) {
      try {
        await api("markExceptionRead", { id: dossierId });
        await queryClient.invalidateQueries({ queryKey: ["getException"] });
        await queryClient.invalidateQueries({ queryKey: ["listExceptions"] });
      } catch (error) {
        say(describeError(phrases, error));
      }
    }
    void mark(id);
  }, [id, changedAt]);
}
