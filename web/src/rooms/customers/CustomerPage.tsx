import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { reading } from "#app/api.ts";
import { ErrorPage } from "#app/ErrorPage.tsx";
import { isFact } from "#app/fact-units.ts";
import { usePhrases } from "#app/language.tsx";
import type { CustomerSearch } from "#app/search-params.ts";
import { Button } from "#controls/Button.tsx";
import { PageSkeleton } from "#controls/PageSkeleton.tsx";
import { CustomerEdit } from "./CustomerEdit.tsx";
import { CustomerMerge } from "./CustomerMerge.tsx";
import { CustomerMonths } from "./CustomerMonths.tsx";
import { CustomerNotes } from "./CustomerNotes.tsx";
import { CustomerObjection } from "./CustomerObjection.tsx";
import { CustomerRecords } from "./CustomerRecords.tsx";
import { CustomerWork } from "./CustomerWork.tsx";
import { customerFinding } from "./customer-finding.ts";
import { FigureLines } from "./FigureLines.tsx";
import { Figures } from "./Figures.tsx";
import { PeriodPicker } from "./PeriodPicker.tsx";
import "./customer.css";

const route = getRouteApi("/door/customers/$id");

/** One customer: what it brought and cost, how each figure is made up, and where it comes from. */
export function CustomerPage() {
  const phrases = usePhrases();
  const { t } = phrases;
  const { id } = route.useParams();
  const view = route.useSearch();
  const navigate = route.useNavigate();
  const [open, setOpen] = useState<"edit" | "merge" | "objection" | null>(null);
  const {
    data: customer,
    error,
    refetch,
  } = useQuery(reading("getCustomer", { id, from: view.from, to: view.to }));
  const { data: portfolio } = useQuery(reading("getPortfolio", { from: view.from, to: view.to }));

  function change(part: Partial<CustomerSearch>) {
    void navigate({
      search: (before) => ({ ...before, ...part }),
      replace: true,
      resetScroll: false,
    });
  }

  if (error !== null) return <ErrorPage error={error} reset={() => void refetch()} />;
  if (customer === undefined) return <PageSkeleton />;
  return (
    <>
      <header className="page-head">
        <h1>{customerFinding(phrases, customer)}</h1>
        <p className="lead">
          {[customer.postcode, customer.city, customer.kvk && `KvK ${customer.kvk}`]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {customer.scoringObjection !== null && (
          <p className="notice">
            {t("customer.objectionNow", { reason: customer.scoringObjection })}
          </p>
        )}
        <div className="row no-print">
          <PeriodPicker
            period={customer.period}
            covered={portfolio?.covered.revenue ?? null}
            chosen={view.from !== undefined}
            onChange={(period) => change(period)}
          />
          <Button onClick={() => setOpen("edit")}>{t("shell.edit")}</Button>
          <Button onClick={() => setOpen("merge")}>{t("customer.merge")}</Button>
          <Button onClick={() => setOpen("objection")}>{t("customer.objection")}</Button>
          <Link className="button" to="/customers/$id/exception" params={{ id }}>
            {t("choice.propose")}
          </Link>
        </div>
      </header>
      <Figures customer={customer} onLines={(fact) => change({ fact })} />
      <CustomerMonths customer={customer} onOpen={(month) => change({ fact: "revenue", month })} />
      <CustomerWork customer={customer} />
      <CustomerRecords customer={customer} />
      <CustomerNotes customer={customer} />
      {view.fact !== undefined && isFact(view.fact) && (
        <FigureLines
          customer={customer}
          fact={view.fact}
          month={view.month}
          onClose={() => change({ fact: undefined, month: undefined })}
        />
      )}
      {open === "edit" && <CustomerEdit customer={customer} onClose={() => setOpen(null)} />}
      {open === "merge" && <CustomerMerge customer={customer} onClose={() => setOpen(null)} />}
      {open === "objection" && (
        <CustomerObjection customer={customer} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
