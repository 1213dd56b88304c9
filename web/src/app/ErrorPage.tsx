import { RequestRefused } from "@koers/contract/client";
import { useRouter } from "@tanstack/react-router";
import { Button } from "../controls/Button.tsx";
import { queryClient } from "./api.ts";
import { describeError } from "./describe-error.ts";
import { usePhrases } from "./language.tsx";

/** A page that could not be shown: what is wrong, the number in the log, and another try. */
export function ErrorPage({
  error,
  reset,
}: {
  readonly error: unknown;
  readonly reset?: () => void;
}) {
  const phrases = usePhrases();
  const router = useRouter();
  const requestId = error instanceof RequestRefused ? error.requestId : undefined;
  return (
    <section className="empty-state" role="alert">
      <h1>{phrases.t("shell.wrong")}</h1>
      <p>{describeError(phrases, error)}</p>
      {requestId && <p className="quiet">{phrases.t("shell.requestNumber", { id: requestId })}</p>}
      <Button
        kind="primary"
        onClick={() => {
          queryClient.removeQueries({ predicate: (query) => query.state.status === "error" });
          reset?.();
          void router.invalidate();
        }}
      >
        {phrases.t("shell.retry")}
      </Button>
    </section>
  );
}
