import type { FactKey, Portfolio } from "@koers/contract";
import { Link, useNavigate } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState } from "react";
import { exactSum } from "#app/exact-sum.ts";
import { formatFact, isMoney, isNumeric } from "#app/fact-format.ts";
import { factUnits } from "#app/fact-units.ts";
import { usePhrases } from "#app/language.tsx";
import type { PortfolioSearch } from "#app/search-params.ts";
import { isTyping } from "#app/toasts.tsx";
import { phone, useMedia } from "#app/use-media.ts";
import { Button } from "#controls/Button.tsx";
import type { Columns } from "./portfolio-rows.ts";
import { factOnPhone, shownFacts } from "./shown-facts.ts";

type PortfolioTableProps = {
  readonly portfolio: Portfolio;
  readonly columns: Columns;
  readonly rows: readonly number[];
  readonly view: PortfolioSearch;
  readonly onChange: (part: Partial<PortfolioSearch>) => void;
};

/** Facts that add up over customers to the row of totals. */
const summed: ReadonlySet<FactKey> = new Set(
  (Object.keys(factUnits) as FactKey[]).filter((fact) =>
    ["money", "hours", "count"].includes(factUnits[fact]),
  ),
);

/** Only the rows in sight are drawn, so that 50,000 customers scroll as 50 do. */
export function PortfolioTable({ portfolio, columns, rows, view, onChange }: PortfolioTableProps) {
  const phrases = usePhrases();
  const { t } = phrases;
  const navigate = useNavigate();
  const frame = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(-1);
  const onPhone = useMedia(phone);
  const facts = useMemo(
    () => (onPhone ? [factOnPhone(view, portfolio)] : shownFacts(view)),
    [onPhone, view, portfolio],
  );
  const sort = (view.sort ?? portfolio.whale?.measure ?? "revenue") as FactKey;
  const descending = view.descending ?? sort !== "name";
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 44,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const period = { from: view.from, to: view.to };

  const totals = useMemo(
    () =>
      new Map(
        facts
          .filter((fact) => summed.has(fact))
          .map((fact) => {
            const values = rows.map((row) => columns.get(fact)?.[row] ?? null);
            const known = values.filter((value) => value !== null).map(String);
            return [fact, known.length === 0 ? null : exactSum(known)];
          }),
      ),
    [facts, rows, columns],
  );

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (
        isTyping(event) ||
        event.ctrlKey ||
        event.metaKey ||
        document.querySelector("dialog[open]")
      )
        return;
      const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
      if (step !== 0) {
        const next = Math.max(0, Math.min(rows.length - 1, at + step));
        setAt(next);
        virtual.scrollToIndex(next);
      } else if (event.key === "Enter" && at >= 0 && event.target === document.body) {
        const id = portfolio.ids[rows[at] ?? -1];
        if (id !== undefined)
          void navigate({ to: "/customers/$id", params: { id }, search: period });
      }
    }
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });

  function sortBy(fact: FactKey) {
    onChange(
      fact === sort
        ? { sort: fact, descending: !descending }
        : { sort: fact, descending: fact !== "name" },
    );
  }

  if (rows.length === 0) {
    return (
      <p className="notice">
        {t("portfolio.noRows")}{" "}
        <Button
          size="small"
          onClick={() =>
            onChange({
              search: undefined,
              ranges: undefined,
              losers: undefined,
            })
          }
        >
          {t("portfolio.clearFilters")}
        </Button>
      </p>
    );
  }

  const head = (fact: FactKey) => (
    <th
      key={fact}
      scope="col"
      className={fact !== "name" && isNumeric(fact) ? "number" : undefined}
      aria-sort={fact === sort ? (descending ? "descending" : "ascending") : "none"}
    >
      <button
        type="button"
        className="sort"
        title={t(`facts.${fact}.explanation`)}
        onClick={() => sortBy(fact)}
      >
        {t(`facts.${fact}.name`)}
        {isMoney(fact) && `, ${phrases.format.currencySign(portfolio.currency)}`}
        <span aria-hidden="true">{fact === sort ? (descending ? " ↓" : " ↑") : ""}</span>
      </button>
    </th>
  );

  return (
    <section
      className="portfolio-table"
      ref={frame}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label={t("portfolio.tableCaption")}
    >
      <table aria-rowcount={rows.length + 2}>
        <caption className="visually-hidden">{t("portfolio.tableCaption")}</caption>
        <thead>
          <tr>
            {head("name")}
            {facts.map(head)}
          </tr>
          <tr className="totals">
            <th scope="row">{t("portfolio.totalRow", { count: rows.length })}</th>
            {facts.map((fact) => (
              <td key={fact} className={isNumeric(fact) ? "number" : undefined}>
                {totals.has(fact)
                  ? (formatFact(phrases, fact, totals.get(fact) ?? null, null) ?? (
                      <Unknown text={t("shell.unknown")} />
                    ))
                  : ""}
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} />}
          {items.map(({ index }) => {
            const row = rows[index] ?? 0;
            const id = portfolio.ids[row] ?? "";
            return (
              <tr key={id} aria-rowindex={index + 3} data-at={index === at ? "" : undefined}>
                <th scope="row">
                  <Link to="/customers/$id" params={{ id }} search={period}>
                    {portfolio.names[row]}
                  </Link>
                </th>
                {facts.map((fact) => {
                  const value = columns.get(fact)?.[row] ?? null;
                  const text = formatFact(phrases, fact, value, null);
                  return (
                    <td
                      key={fact}
                      data-fact={fact}
                      className={`${isNumeric(fact) ? "number" : ""}${isNumeric(fact) && Number(value) < 0 ? " loss" : ""}`}
                    >
                      {text ?? <Unknown text={t("shell.unknown")} />}
                    </td>
                  );
                })}
              </tr>
            );
          })}
          {after > 0 && <Spacer height={after} />}
        </tbody>
      </table>
    </section>
  );
}

/** Holds the place of the rows out of sight. */
function Spacer({ height }: { readonly height: number }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row cannot have the focus
  return <tr style={{ height }} aria-hidden="true" />;
}

function Unknown({ text }: { readonly text: string }) {
  return (
    <span className="quiet" title={text}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{text}</span>
    </span>
  );
}
