import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { reading } from "#app/api.ts";
import { ErrorPage } from "#app/ErrorPage.tsx";
import { usePhrases } from "#app/language.tsx";
import { EmptyState } from "#controls/EmptyState.tsx";
import { PageSkeleton } from "#controls/PageSkeleton.tsx";
import { ExceptionState } from "./ExceptionState.tsx";
import { alarmsFirst, exceptionsFinding } from "./exceptions-finding.ts";
import "./choice.css";

/** Every dossier of the firm, with what asks for a decision first. */
export function ExceptionsPage() {
  const phrases = usePhrases();
  const { t, format } = phrases;
  const { data, error, refetch } = useQuery(reading("listExceptions", {}));
  if (error !== null) return <ErrorPage error={error} reset={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton />;
  const exceptions = alarmsFirst(data.exceptions);
  if (exceptions.length === 0) {
    return (
      <EmptyState
        level={1}
        title={t("choice.emptyTitle")}
        text={t("choice.emptyText", { propose: t("choice.propose") })}
        action={
          <Link className="button" data-kind="primary" to="/customers">
            {t("choice.toCustomers")}
          </Link>
        }
      />
    );
  }
  return (
    <>
      <header className="page-head">
        <h1>{exceptionsFinding(phrases, exceptions)}</h1>
        <p className="lead">{t("choice.exceptionsText")}</p>
        {exceptions.some(({ expired }) => expired) && (
          <p className="notice" data-kind="loss">
            {t("choice.expiredAdvice")}
          </p>
        )}
      </header>
      <table className="plain-table as-list" aria-label={t("choice.exceptions")}>
        <thead>
          <tr>
            <th>{t("choice.customer")}</th>
            <th>{t("choice.fields.reason")}</th>
            <th>{t("choice.state")}</th>
            <th>{t("choice.fields.endsOn")}</th>
          </tr>
        </thead>
        <tbody>
          {exceptions.map(({ id, customerName, reason, endsOn, read, ...dossier }) => (
            <tr key={id}>
              <td>
                <Link className="dossier-link" to="/choice/exceptions/$id" params={{ id }}>
                  {customerName}
                </Link>{" "}
                {!read && (
                  <span className="badge" data-kind="accent">
                    {t("choice.unread")}
                  </span>
                )}
              </td>
              <td data-label={t("choice.fields.reason")}>
                {reason === null ? t("choice.notAgreed") : t(`choice.reasons.${reason}`)}
              </td>
              <td data-label={t("choice.state")}>
                <ExceptionState {...dossier} />
              </td>
              <td data-label={t("choice.fields.endsOn")}>
                {endsOn === null ? t("choice.notAgreed") : format.day(endsOn)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
