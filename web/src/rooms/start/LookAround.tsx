import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, queryClient } from "#app/api.ts";
import { describeError } from "#app/describe-error.ts";
import { usePhrases } from "#app/language.tsx";
import { Button } from "#controls/Button.tsx";

/** Opens the example firm; its books go in through the same import as anyone's. */
export function LookAround() {
  const phrases = usePhrases();
  const { t } = phrases;
  const navigate = useNavigate();
  const [progress, setProgress] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);

  async function open() {
    setProgress(0);
    setError(null);
    try {
      const { session, jobId } = await api("loadExample", {});
      let preview = await api("getPreview", { id: jobId });
      while (
        preview.state === "reading" ||
        preview.state === "ready" ||
        preview.state === "importing"
      ) {
        const share =
          (preview.results.length + fraction(preview.progress)) / Math.max(1, preview.files.length);
        setProgress(
          preview.state === "importing" ? 0.3 + 0.7 * share : 0.3 * fraction(preview.progress),
        );
        await new Promise((resolve) => setTimeout(resolve, 400));
        preview = await api("getPreview", { id: jobId });
      }
      if (preview.error !== null) throw new Error(preview.error.code);
      queryClient.clear();
      queryClient.setQueryData(["getSession", {}], session);
      await navigate({ to: "/customers" });
    } catch (refusal) {
      setError(describeError(phrases, refusal));
      setProgress(null);
    }
  }

  return (
    <section className="start-way">
      <h2>{t("start.lookTitle")}</h2>
      <p className="quiet">{t("start.lookText")}</p>
      {progress === null ? (
        <Button kind="primary" onClick={() => void open()}>
          {t("start.lookButton")}
        </Button>
      ) : (
        <div className="stack" role="status">
          <span>{t("start.lookBusy")}</span>
          <progress
            className="progress"
            value={progress}
            max={1}
            aria-label={t("start.lookBusy")}
          />
        </div>
      )}
      {error && (
        <p className="notice" data-kind="loss" role="alert">
          {error}
        </p>
      )}
    </section>
  );
}

function fraction({ done, total }: { readonly done: number; readonly total: number }): number {
  return total === 0 ? 0 : Math.min(1, done / total);
}
