import { usePhrases } from "#app/language.tsx";
import { FileDrop } from "./FileDrop.tsx";
import { ImportHistory } from "./ImportHistory.tsx";
import { ImportPreview } from "./ImportPreview.tsx";
import { ImportProgress } from "./ImportProgress.tsx";
import { ImportResult } from "./ImportResult.tsx";
import { useImport } from "./use-import.ts";
import "./books.css";

/** Files in: handed over, looked at, and only then stored. */
export function ImportPage() {
  const { t } = usePhrases();
  const files = useImport();
  const { preview, uploading, error } = files;
  return (
    <>
      <header className="page-head">
        <h1>{t("books.title")}</h1>
        <p className="lead">{t("books.lead")}</p>
      </header>
      {error !== null && (
        <p className="notice" data-kind="loss" role="alert">
          {error}
        </p>
      )}
      {preview === null && uploading === null && <FileDrop onFiles={files.handOver} />}
      {uploading !== null && <ImportProgress uploading={uploading} onCancel={files.startOver} />}
      {(preview?.state === "reading" || preview?.state === "importing") && (
        <ImportProgress progress={preview.progress} onCancel={files.cancel} />
      )}
      {preview?.state === "ready" && (
        <ImportPreview
          preview={preview}
          onAnswer={files.answer}
          onConfirm={files.confirm}
          onStartOver={files.startOver}
        />
      )}
      {(preview?.state === "done" ||
        preview?.state === "cancelled" ||
        preview?.state === "failed") && (
        <ImportResult preview={preview} onStartOver={files.startOver} />
      )}
      <ImportHistory />
    </>
  );
}
