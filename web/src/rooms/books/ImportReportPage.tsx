import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { reading } from "#app/api.ts";
import { ErrorPage } from "#app/ErrorPage.tsx";
import { usePhrases } from "#app/language.tsx";
import { PageSkeleton } from "#controls/PageSkeleton.tsx";
import { Problems } from "./Problems.tsx";
import { Reconciles } from "./Reconciles.tsx";
import "./books.css";

const route = getRouteApi("/door/customers/import/$importId");

/** What one import read, what reconciled and what was flagged, as it was when it went in. */
export function ImportReportPage() {
  const { t, format } = usePhrases();
  const { importId } = route.useParams();
  const { data, error, refetch } = useQuery(reading("getImport", { importId: Number(importId) }));
  if (error !== null) return <ErrorPage error={error} reset={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton />;
  const { report } = data;
  return (
    <>
      <header className="page-head">
        <h1>{t("books.reportTitle", { file: data.import.file })}</h1>
        <p className="lead">
          {[
            t(`subjects.${data.import.subject}`),
            data.import.format,
            data.import.system,
            format.moment(data.import.createdAt),
            data.import.createdBy,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </header>
      {report.reconciliation && <Reconciles reconciliation={report.reconciliation} />}
      {report.problems.length > 0 && <Problems problems={report.problems} />}
    </>
  );
}
