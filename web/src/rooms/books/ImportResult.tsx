import type { Preview } from "@koers/contract";
import { RequestRefused } from "@koers/contract/client";
import { Link } from "@tanstack/react-router";
import { describeError } from "#app/describe-error.ts";
import { usePhrases } from "#app/language.tsx";
import { Button } from "#controls/Button.tsx";

const outcomes = {
  imported: { phrase: "statusImported", kind: "accent" },
  "already-imported": { phrase: "statusAlready", kind: undefined },
  refused: { phrase: "statusRefused", kind: "loss" },
  cancelled: { phrase: "cancelled", kind: "warn" },
  failed: { phrase: "statusFailed", kind: "loss" },
} as const;

export function ImportResult({
  preview,
  onStartOver,
}: {
  readonly preview: Preview;
  readonly onStartOver: () => void;
}) {
  const phrases = usePhrases();
  const { t } = phrases;
  const imported = preview.results.filter(({ outcome }) => outcome === "imported");
  const sentence = (error: { readonly code: string; readonly data: Record<string, unknown> }) =>
    describeError(phrases, new RequestRefused(400, error.code as never, error.data));
  return (
    <section className="stack" aria-live="polite">
      <h2>
        {preview.state === "cancelled"
          ? t("books.cancelled")
          : t("books.resultTitle", { count: imported.length })}
      </h2>
      {preview.error !== null && (
        <p className="notice" data-kind="loss">
          {sentence(preview.error)}
        </p>
      )}
      <ul className="plain-list">
        {preview.results.map(({ file, outcome, importId, error }) => (
          <li key={file} className="row">
            <span>
              {file}{" "}
              <span className="badge" data-kind={outcomes[outcome].kind}>
                {t(`books.${outcomes[outcome].phrase}`)}
              </span>{" "}
              {error !== null && <span className="quiet">{sentence(error)}</span>}
            </span>
            {importId !== null && (
              <Link to="/customers/import/$importId" params={{ importId: String(importId) }}>
                {t("books.toReport")}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <div className="row">
        {imported.length > 0 && (
          <Link className="button" data-kind="primary" to="/customers">
            {t("books.toPortfolio")}
          </Link>
        )}
        <Button onClick={onStartOver}>{t("books.startOver")}</Button>
      </div>
    </section>
  );
}
