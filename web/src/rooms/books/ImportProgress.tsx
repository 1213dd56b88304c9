import type { Preview } from "@koers/contract";
import { usePhrases } from "#app/language.tsx";
import { Button } from "#controls/Button.tsx";
import type { Uploading } from "./use-import.ts";

type ImportProgressProps = {
  readonly uploading?: Uploading;
  readonly progress?: Preview["progress"];
  readonly onCancel: () => void;
};

const stages = {
  waiting: "stageWaiting",
  reading: "stageReading",
  matching: "stageMatching",
  storing: "stageStoring",
  summing: "stageSumming",
  done: "stageDone",
} as const;

export function ImportProgress({ uploading, progress, onCancel }: ImportProgressProps) {
  const { t, format } = usePhrases();
  const text =
    uploading !== undefined
      ? t("books.uploading", { file: uploading.file })
      : progress === undefined
        ? t("shell.loading")
        : t(`books.${stages[progress.stage]}`, { file: progress.file ?? "" });
  const done = uploading?.done ?? progress?.done ?? 0;
  const total = uploading?.total ?? progress?.total ?? 0;
  return (
    <section className="stack" aria-busy="true">
      <p role="status">
        {text}{" "}
        {total > 0 && <span className="quiet">{format.percent(Math.min(1, done / total))}</span>}
      </p>
      <progress
        className="progress"
        aria-label={text}
        {...(total > 0 ? { value: done, max: total } : {})}
      />
      <div>
        <Button onClick={onCancel}>{t("books.cancel")}</Button>
      </div>
    </section>
  );
}
