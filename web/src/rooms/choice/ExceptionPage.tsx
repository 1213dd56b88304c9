import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { reading } from "#app/api.ts";
import { usePhrases } from "#app/language.tsx";
import { PageSkeleton } from "#controls/PageSkeleton.tsx";
import { ExceptionActs } from "./ExceptionActs.tsx";
import { ExceptionEnding } from "./ExceptionEnding.tsx";
import { ExceptionGone } from "./ExceptionGone.tsx";
import { ExceptionHistory } from "./ExceptionHistory.tsx";
import { ExceptionReaders } from "./ExceptionReaders.tsx";
import { ExceptionRenewal } from "./ExceptionRenewal.tsx";
import { ExceptionState } from "./ExceptionState.tsx";
import { ExceptionMissing, ExceptionTerms } from "./ExceptionTerms.tsx";
import { useReadReceipt } from "./use-read-receipt.ts";
import { waitingFor } from "./waiting-for.ts";
import "./choice.css";

const route = getRouteApi("/door/choice/exceptions/$id");

/** One dossier: what is agreed, what may be done with it now, and how it came here. */
export function ExceptionPage() {
  const { t, format } = usePhrases();
  const { id } = route.useParams();
  const { data: dossier, error, refetch } = useQuery(reading("getException", { id }));
  const { data: session } = useQuery(reading("getSession", {}));
  const { data: people } = useQuery(reading("listMembers", {}));
  useReadReceipt(dossier);

  if (error !== null) return <ExceptionGone error={error} reset={() => void refetch()} />;
  const organization = session?.organization;
  if (dossier === undefined || !organization) return <PageSkeleton />;
  const { state, expired, endsOn, renews, content, missing } = dossier;
  const waiting = waitingFor(dossier, {
    role: organization.role,
    hasAccount: session.account !== null,
    peopleInFirm: people?.members.length,
  });
  return (
    <>
      <header className="page-head">
        <h1>{t("choice.title", { name: dossier.customerName })}</h1>
        <p className="lead">
          <ExceptionState state={state} expired={expired} />
        </p>
        {expired && endsOn !== null && (
          <p className="notice" data-kind="loss">
            {t("choice.expiredNotice", { day: format.day(endsOn) })}
          </p>
        )}
        {waiting !== null && <p className="notice">{t(waiting)}</p>}
        <div className="row no-print">
          <ExceptionActs dossier={dossier} />
          {dossier.possible.includes("edit") && (
            <Link className="button" to="/choice/exceptions/$id/edit" params={{ id }}>
              {t("choice.edit")}
            </Link>
          )}
          <ExceptionRenewal dossier={dossier} />
          <Link className="button" to="/customers/$id" params={{ id: dossier.customerId }}>
            {t("choice.seeCustomer")}
          </Link>
          {renews !== null && (
            <Link className="button" to="/choice/exceptions/$id" params={{ id: renews }}>
              {t("choice.seeRenewed")}
            </Link>
          )}
        </div>
      </header>
      {state === "draft" && missing.length > 0 && <ExceptionMissing missing={missing} />}
      <ExceptionEnding outcome={dossier.outcome} history={dossier.history} />
      <ExceptionTerms
        content={content}
        currency={organization.currency}
        decided={state === "approved" || state === "active" || state === "ended"}
      />
      <ExceptionHistory history={dossier.history} />
      <ExceptionReaders readers={dossier.readers} />
      <p className="no-print">
        <Link to="/choice/exceptions">{t("choice.seeExceptions")}</Link>
      </p>
    </>
  );
}
