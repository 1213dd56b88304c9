import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { reading } from "#app/api.ts";
import { ErrorPage } from "#app/ErrorPage.tsx";
import { portfolioFinding } from "#app/finding.ts";
import { usePhrases } from "#app/language.tsx";
import { EmptyState } from "#controls/EmptyState.tsx";
import { PageSkeleton } from "#controls/PageSkeleton.tsx";
import { todayThings } from "./today-things.ts";
import "./today.css";

/** What the books say now, and the few things that wait for a person. */
export function TodayPage() {
  const phrases = usePhrases();
  const { t, format } = phrases;
  const { data: portfolio, error, refetch } = useQuery(reading("getPortfolio", {}));
  const { data: session } = useQuery(reading("getSession", {}));
  const role = session?.organization?.role;
  // Members do not decide about matches.
  const { data: matches } = useQuery({
    ...reading("listMatchProposals", {}),
    enabled: role === "manager" || role === "owner",
  });
  if (error !== null) return <ErrorPage error={error} reset={() => void refetch()} />;
  if (portfolio === undefined) return <PageSkeleton />;
  if (portfolio.covered.revenue === null && portfolio.covered.hours === null) {
    return (
      <EmptyState
        level={1}
        title={t("rooms.todayEmpty")}
        text={t("rooms.todayEmptyText")}
        action={
          <Link className="button" data-kind="primary" to="/customers/import">
            {t("rooms.todayButton")}
          </Link>
        }
      />
    );
  }
  const things = todayThings(portfolio, matches?.proposals.length ?? 0, new Date());
  const money = (amount: string) => format.money(amount.replace("-", ""), portfolio.currency, 0);
  return (
    <>
      <header className="page-head">
        <h1>{portfolioFinding(phrases, portfolio)}</h1>
        <p className="lead">
          {portfolio.organization.name}, {format.period(portfolio.period)}
        </p>
        <div className="row">
          <Link className="button" data-kind="primary" to="/customers">
            {t("rooms.todayOpen")}
          </Link>
        </div>
      </header>
      <section className="stack">
        <h2>{t("rooms.todayThings")}</h2>
        {things.length === 0 && <p className="quiet">{t("rooms.todayNothing")}</p>}
        <ul className="things">
          {things.map((thing) => (
            <li key={thing.kind}>{row(thing)}</li>
          ))}
        </ul>
      </section>
    </>
  );

  function row(thing: ReturnType<typeof todayThings>[number]) {
    switch (thing.kind) {
      case "hours":
        return (
          <>
            <span>{t("rooms.thingHours")}</span>
            <Link className="button" data-size="small" to="/customers/import">
              {t("rooms.thingHoursAct")}
            </Link>
          </>
        );
      case "matches":
        return (
          <>
            <span>{t("rooms.thingMatches", { count: thing.count })}</span>
            <Link className="button" data-size="small" to="/customers/matches">
              {t("rooms.thingMatchesAct")}
            </Link>
          </>
        );
      case "losers":
        return (
          <>
            <span>
              {t("rooms.thingLosers", { count: thing.count, amount: money(thing.amount) })}
            </span>
            <Link className="button" data-size="small" to="/customers" search={{ losers: true }}>
              {t("rooms.thingLosersAct")}
            </Link>
          </>
        );
      case "overdue":
        return (
          <>
            <span>
              {t("rooms.thingOverdue", { count: thing.count, amount: money(thing.amount) })}
            </span>
            <Link
              className="button"
              data-size="small"
              to="/customers"
              search={{
                columns: ["revenue", "openInvoices", "overdue", "daysOutstanding"],
                sort: "overdue",
              }}
            >
              {t("rooms.thingOverdueAct")}
            </Link>
          </>
        );
      case "unattributed":
        return (
          <>
            <span>{t("rooms.thingUnattributed", { amount: money(thing.amount) })}</span>
            <Link className="button" data-size="small" to="/customers/unattributed">
              {t("rooms.thingUnattributedAct")}
            </Link>
          </>
        );
      case "old":
        return (
          <>
            <span>{t("rooms.thingOld", { month: format.month(thing.month) })}</span>
            <Link className="button" data-size="small" to="/customers/import">
              {t("rooms.thingOldAct")}
            </Link>
          </>
        );
      default:
        return thing satisfies never;
    }
  }
}
