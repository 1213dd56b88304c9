import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api, reading } from "#app/api.ts";
import { ErrorPage } from "#app/ErrorPage.tsx";
import { usePhrases } from "#app/language.tsx";
import { useAct } from "#app/use-act.ts";
import { Button } from "#controls/Button.tsx";
import { PageSkeleton } from "#controls/PageSkeleton.tsx";

/** Records that may be one customer, waiting for a person. */
export function MatchesPage() {
  const { t, format } = usePhrases();
  const act = useAct();
  const { data, error, refetch } = useQuery(reading("listMatchProposals", {}));
  if (error !== null) return <ErrorPage error={error} reset={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton />;
  return (
    <>
      <header className="page-head">
        <h1>{t("books.matchesTitle", { count: data.proposals.length })}</h1>
        <p className="lead">{t("books.matchesText")}</p>
      </header>
      <ul className="plain-list">
        {data.proposals.map((proposal) => (
          <li key={proposal.key} className="row">
            <span>
              {t("books.proposalKnown", {
                relation: `“${proposal.relationName}”`,
                system: proposal.relationSystem,
                customer: `“${proposal.customerName}”`,
              })}{" "}
              <span className="quiet">
                {t(`books.reason-${proposal.reason}`)}, {format.percent(proposal.similarity)}
              </span>{" "}
              <Link to="/customers/$id" params={{ id: proposal.customerId }}>
                {t("shell.more")}
              </Link>
            </span>
            <span className="row">
              {([true, false] as const).map((same) => (
                <Button
                  key={String(same)}
                  size="small"
                  onClick={() =>
                    void act(
                      () => api("decideMatch", { key: proposal.key, same }),
                      t("books.decided"),
                    )
                  }
                >
                  {t(same ? "books.same" : "books.different")}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
