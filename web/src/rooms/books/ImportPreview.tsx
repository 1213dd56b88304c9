import type { FileAnswer, FileReport, Preview } from "@koers/contract";
import { useState } from "react";
import { usePhrases } from "#app/language.tsx";
import { Button } from "#controls/Button.tsx";
import { FilePreview } from "./FilePreview.tsx";

type ImportPreviewProps = {
  readonly preview: Preview;
  readonly onAnswer: (answers: readonly FileAnswer[]) => void;
  readonly onConfirm: (
    answers: readonly FileAnswer[],
    overrides: Readonly<Record<string, string>>,
  ) => void;
  readonly onStartOver: () => void;
};

/** What was found in each file and what importing it would change; nothing is stored yet. */
export function ImportPreview({ preview, onAnswer, onConfirm, onStartOver }: ImportPreviewProps) {
  const { t } = usePhrases();
  const [answers, setAnswers] = useState<ReadonlyMap<string, FileAnswer>>(new Map());
  const [overrides, setOverrides] = useState<Readonly<Record<string, string>>>({});

  function change(file: string, part: Partial<FileAnswer>) {
    setAnswers((all) => new Map(all).set(file, { ...all.get(file), ...part, file }));
  }

  const going = preview.files.filter((file) => goesIn(file, answers.get(file.file), overrides));
  const left = preview.files.filter((file) => !going.includes(file)).map(({ file }) => file);
  return (
    <section className="stack">
      {preview.files.map((file) => (
        <FilePreview
          key={file.uploadIds.join()}
          report={file}
          answer={answers.get(file.file)}
          override={overrides[file.file]}
          onChange={(part) => change(file.file, part)}
          onReadAgain={(part) => {
            const answer = { ...answers.get(file.file), ...part, file: file.file };
            change(file.file, part);
            onAnswer([answer]);
          }}
          onOverride={(reason) =>
            setOverrides((all) => {
              const { [file.file]: _, ...others } = all;
              return reason === undefined ? others : { ...others, [file.file]: reason };
            })
          }
        />
      ))}
      <div className="row import-actions">
        <Button
          kind="primary"
          disabled={going.length === 0}
          onClick={() => onConfirm([...answers.values()], overrides)}
        >
          {going.length === 0
            ? t("books.nothingToImport")
            : t("books.confirm", { count: going.length })}
        </Button>
        <Button onClick={onStartOver}>{t("books.startOver")}</Button>
        {going.length > 0 && left.length > 0 && (
          <span className="quiet">
            {t("books.staysOut", { count: left.length, files: left.join(", ") })}
          </span>
        )}
      </div>
    </section>
  );
}

function goesIn(
  file: FileReport,
  answer: FileAnswer | undefined,
  overrides: Readonly<Record<string, string>>,
): boolean {
  if (answer?.skip) return false;
  if (file.changes?.alreadyImported != null) return false;
  return file.accepted || (overrides[file.file]?.trim().length ?? 0) >= 3;
}
