import type { Session } from "@koers/contract";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "../controls/Button.tsx";
import { api, queryClient } from "./api.ts";
import { describeError } from "./describe-error.ts";
import { usePhrases } from "./language.tsx";
import { useToasts } from "./toasts.tsx";

/** Says on every page that the firm is made up, and removes it with one click. */
export function ExampleStrip({ session }: { readonly session: Session }) {
  const phrases = usePhrases();
  const { t } = phrases;
  const { say } = useToasts();
  const navigate = useNavigate();

  async function remove() {
    try {
      const next = await api("removeExample", {});
      queryClient.clear();
      queryClient.setQueryData(["getSession", {}], next);
      await navigate({ to: "/" });
    } catch (error) {
      say(describeError(phrases, error));
    }
  }

  return (
    <aside className="example-strip no-print" aria-label={t("shell.exampleBadge")}>
      <strong>{t("shell.exampleBadge")}</strong>
      <span>{t("shell.exampleExplained")}</span>
      <Button size="small" onClick={() => void remove()}>
        {session.account === null ? t("shell.exampleSetUp") : t("shell.exampleRemove")}
      </Button>
    </aside>
  );
}
