import type { FileAnswer, FileReport } from "@koers/contract";
import { useId } from "react";
import { usePhrases } from "#app/language.tsx";
import { AccountRoles } from "#controls/AccountRoles.tsx";
import { ActivityKinds } from "#controls/ActivityKinds.tsx";
import { Changes } from "./Changes.tsx";
import { Override, overridable } from "./Override.tsx";
import { Problems } from "./Problems.tsx";
import { Proposals } from "./Proposals.tsx";
import { Reconciles } from "./Reconciles.tsx";
import { TableColumns } from "./TableColumns.tsx";

export type FilePreviewProps = {
  readonly report: FileReport;
  readonly answer: FileAnswer | undefined;
  readonly override: string | undefined;
  readonly onChange: (part: Partial<FileAnswer>) => void;
  readonly onReadAgain: (part: Partial<FileAnswer>) => void;
  readonly onOverride: (reason: string | undefined) => void;
};

export function FilePreview(props: FilePreviewProps) {
  const { report, answer, onChange, onReadAgain } = props;
  const { t, format } = usePhrases();
  const id = useId();
  const { administration, changes } = report;
  const already = changes?.alreadyImported != null;
  return (
    <article className="file-preview" aria-labelledby={id}>
      <header className="file-head">
        <h2 id={id}>{report.file}</h2>
        <FileStatus report={report} />
      </header>
      <p className="quiet">
        {[
          report.subject && t(`subjects.${report.subject}`),
          report.format,
          format.bytes(report.size),
          report.encoding,
          administration?.name && t("books.admin", { name: administration.name }),
          administration?.software,
          administration?.fiscalYear && t("books.year", { year: administration.fiscalYear }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {already ? (
        <p>{t("books.alreadyText")}</p>
      ) : (
        <>
          {report.problems.length > 0 && <Problems problems={report.problems} />}
          {report.table && (
            <TableColumns report={report} answer={answer} onReadAgain={onReadAgain} />
          )}
          {report.reconciliation && <Reconciles reconciliation={report.reconciliation} />}
          {changes && <Changes changes={changes} report={report} />}
          {changes && changes.proposals.length > 0 && (
            <Proposals
              proposals={changes.proposals}
              decided={answer?.matches ?? {}}
              onDecide={(key, same) => onChange({ matches: { ...answer?.matches, [key]: same } })}
            />
          )}
          {report.accounts.length > 0 && (
            <AccountRoles
              accounts={report.accounts}
              currency={administration?.currency ?? report.reconciliation?.currency ?? "EUR"}
              chosen={answer?.accountRoles ?? {}}
              onChoose={(code, role) =>
                onReadAgain({ accountRoles: { ...answer?.accountRoles, [code]: role } })
              }
            />
          )}
          {report.activities.length > 0 && (
            <ActivityKinds
              activities={report.activities}
              chosen={answer?.activityKinds ?? {}}
              onChoose={(name, kind) =>
                onChange({ activityKinds: { ...answer?.activityKinds, [name]: kind } })
              }
            />
          )}
          {!report.accepted && overridable(report) && (
            <Override value={props.override} onChange={props.onOverride} />
          )}
          {report.accepted && (
            <label className="choice">
              <input
                type="checkbox"
                checked={answer?.skip === true}
                onChange={(event) => onChange({ skip: event.target.checked })}
              />
              <span>{t("books.skip")}</span>
            </label>
          )}
        </>
      )}
    </article>
  );
}

export function FileStatus({ report }: { readonly report: FileReport }) {
  const { t } = usePhrases();
  if (report.changes?.alreadyImported != null) {
    return <span className="badge">{t("books.statusAlready")}</span>;
  }
  if (report.problems.some(({ severity }) => severity === "refuse")) {
    return (
      <span className="badge" data-kind="loss">
        {t("books.statusRefused")}
      </span>
    );
  }
  if (!report.accepted) {
    return (
      <span className="badge" data-kind="warn">
        {t("books.statusAsk")}
      </span>
    );
  }
  const flagged = report.problems.some(({ severity }) => severity === "flag");
  return (
    <span className="badge" data-kind={flagged ? "warn" : "accent"}>
      {t(flagged ? "books.statusFlags" : "books.statusReady")}
    </span>
  );
}
