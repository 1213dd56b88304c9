import type { Portfolio } from "@koers/contract";
import { usePhrases } from "#app/language.tsx";
import { routes } from "#app/routes.ts";
import type { PortfolioSearch } from "#app/search-params.ts";
import { shownFacts } from "./shown-facts.ts";

type ExportMenuProps = {
  readonly portfolio: Portfolio;
  readonly view: PortfolioSearch;
  readonly rows: readonly number[];
};

// More would not fit in an address.
const mostIds = 300;

/** The table as it is seen: the same period, columns and customers, in the same order. */
export function ExportMenu({ portfolio, view, rows }: ExportMenuProps) {
  const { t, language } = usePhrases();
  const chosen = rows.length <= mostIds;
  function address(format: "csv" | "xlsx"): string {
    const query = new URLSearchParams({
      format,
      language,
      from: portfolio.period.from,
      to: portfolio.period.to,
      facts: ["name", ...shownFacts(view)].join(","),
      ...(chosen ? { ids: rows.map((row) => portfolio.ids[row]).join(",") } : {}),
    });
    return `${routes.exportPortfolio.path}?${query}`;
  }
  return (
    <span className="row">
      <a className="button" href={address("xlsx")} download>
        {t("portfolio.export")} XLSX
      </a>
      <a className="button" href={address("csv")} download>
        CSV
      </a>
      {!chosen && rows.length < portfolio.ids.length && (
        <span className="quiet">
          {t("portfolio.exportAll", { count: String(portfolio.ids.length) })}
        </span>
      )}
    </span>
  );
}
