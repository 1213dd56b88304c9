import type { FileAnswer, FileReport, Subject } from "@koers/contract";
import { useState } from "react";
import { usePhrases } from "#app/language.tsx";
import { Button } from "#controls/Button.tsx";
import { conventionText, fieldText } from "./column-texts.ts";

type TableColumnsProps = {
  readonly report: FileReport;
  readonly answer: FileAnswer | undefined;
  readonly onReadAgain: (part: Partial<FileAnswer>) => void;
};

const subjects = [
  "invoices",
  "customers",
  "contacts",
  "hours",
  "projects",
  "open-items",
] as const satisfies readonly Subject[];

/** The mapping screen: first rows, what each column is read as, and the questions that are left. */
export function TableColumns({ report, answer, onReadAgain }: TableColumnsProps) {
  const phrases = usePhrases();
  const { t } = phrases;
  const table = report.table;
  const [mapping, setMapping] = useState<Readonly<Record<string, string | null>>>(
    answer?.mapping ?? {},
  );
  const [conventions, setConventions] = useState<Readonly<Record<string, string>>>(
    answer?.conventions ?? {},
  );
  const [vat, setVat] = useState<Readonly<Record<string, "included" | "excluded">>>(
    answer?.vat ?? {},
  );
  if (table === null) return null;
  const questions = report.problems.some(({ severity }) => severity === "ask");
  const vatColumns = report.problems
    .filter(({ code }) => code === "VAT_UNDECIDED")
    .map(({ field }) => field ?? "");

  function apply() {
    if (table === null) return;
    onReadAgain({
      mapping: Object.fromEntries(
        table.columns.map(({ header, field }) => [
          header,
          header in mapping ? (mapping[header] ?? null) : field,
        ]),
      ),
      conventions,
      vat,
    });
  }

  return (
    <details className="stack" open={questions || report.subject === null}>
      <summary className="fold">{t("books.table")}</summary>
      {table.remembered && <p className="quiet">{t("books.tableRemembered")}</p>}
      {table.preset !== null && (
        <p className="quiet">{t("books.tablePreset", { name: table.preset })}</p>
      )}
      <div className="row">
        <label className="row">
          {t("books.subject")}
          <select
            className="input"
            data-size="small"
            value={report.subject ?? ""}
            onChange={(event) => onReadAgain({ subject: event.target.value as Subject })}
          >
            {report.subject === null && <option value="">…</option>}
            {subjects.map((subject) => (
              <option key={subject} value={subject}>
                {t(`subjects.${subject}`)}
              </option>
            ))}
          </select>
        </label>
        {table.sheets.length > 1 && (
          <label className="row">
            {t("books.sheet")}
            <select
              className="input"
              data-size="small"
              value={table.sheet ?? ""}
              onChange={(event) => onReadAgain({ sheet: event.target.value })}
            >
              {table.sheets.map((sheet) => (
                <option key={sheet}>{sheet}</option>
              ))}
            </select>
          </label>
        )}
      </div>
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t("books.column")}</th>
              <th>{t("books.samples")}</th>
              <th>{t("books.readAs")}</th>
              <th>{t("books.written")}</th>
            </tr>
          </thead>
          <tbody>
            {table.columns.map(({ header, samples, field, convention, choices }) => (
              <tr key={header}>
                <th scope="row">{header}</th>
                <td className="quiet samples">{samples.slice(0, 3).join(" · ")}</td>
                <td>
                  <select
                    className="input"
                    data-size="small"
                    aria-label={`${t("books.readAs")}: ${header}`}
                    value={(header in mapping ? mapping[header] : field) ?? ""}
                    onChange={(event) =>
                      setMapping({ ...mapping, [header]: event.target.value || null })
                    }
                  >
                    <option value="">{t("books.leaveOut")}</option>
                    {table.fields.map(({ field: name, required }) => (
                      <option key={name} value={name}>
                        {fieldText(phrases, name)}
                        {required ? " *" : ""}
                      </option>
                    ))}
                    {report.subject === "customers" && (
                      <option value="trait">{fieldText(phrases, "trait")}</option>
                    )}
                  </select>
                </td>
                <td>
                  {choices.length > 1 ? (
                    <select
                      className="input"
                      data-size="small"
                      aria-label={`${t("books.written")}: ${header}`}
                      value={conventions[header] ?? convention ?? ""}
                      onChange={(event) =>
                        setConventions({ ...conventions, [header]: event.target.value })
                      }
                    >
                      {convention === null && <option value="">{t("books.chooseWritten")}</option>}
                      {choices.map((choice) => (
                        <option key={choice} value={choice}>
                          {conventionText(phrases, choice)}
                        </option>
                      ))}
                    </select>
                  ) : (
                    <span className="quiet">
                      {convention === null ? "" : conventionText(phrases, convention)}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {vatColumns.map((column) => (
        <label key={column} className="row">
          {t("books.vatQuestion", { column })}
          <select
            className="input"
            data-size="small"
            value={vat[column] ?? ""}
            onChange={(event) =>
              setVat({ ...vat, [column]: event.target.value as "included" | "excluded" })
            }
          >
            <option value="">{t("books.chooseWritten")}</option>
            <option value="excluded">{t("books.vatExcluded")}</option>
            <option value="included">{t("books.vatIncluded")}</option>
          </select>
        </label>
      ))}
      <div>
        <Button onClick={apply}>{t("books.apply")}</Button>
      </div>
      <details>
        <summary className="fold">{t("books.firstRows")}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section className="table-scroll" tabIndex={0} aria-label={t("books.firstRows")}>
          <table className="plain-table first-rows">
            <thead>
              <tr>
                {table.columns.map(({ header }) => (
                  <th key={header}>{header}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.firstRows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </details>
  );
}
