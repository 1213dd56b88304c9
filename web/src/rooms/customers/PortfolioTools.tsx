import type { FactKey, Portfolio } from "@koers/contract";
import { useState } from "react";
import { isNumeric } from "#app/fact-format.ts";
import { usePhrases } from "#app/language.tsx";
import type { PortfolioSearch } from "#app/search-params.ts";
import { phone, useMedia } from "#app/use-media.ts";
import { Button } from "#controls/Button.tsx";
import { Sheet } from "#controls/Sheet.tsx";
import { SavedViews } from "./SavedViews.tsx";
import { choosableFacts, shownFacts } from "./shown-facts.ts";

type PortfolioToolsProps = {
  readonly portfolio: Portfolio;
  readonly view: PortfolioSearch;
  readonly onChange: (part: Partial<PortfolioSearch>) => void;
};

/** Search, filters, columns and saved views of the table; all of it lives in the address. */
export function PortfolioTools({ view, onChange }: PortfolioToolsProps) {
  const { t } = usePhrases();
  const [open, setOpen] = useState<"columns" | "filter" | "views" | null>(null);
  const onPhone = useMedia(phone);
  const filters = (view.ranges?.length ?? 0) + (view.losers ? 1 : 0);
  return (
    <div className="row portfolio-tools no-print">
      <input
        className="input"
        data-size="small"
        type="search"
        aria-label={t("portfolio.searchLabel")}
        placeholder={t("portfolio.searchLabel")}
        value={view.search ?? ""}
        onChange={(event) => onChange({ search: event.target.value || undefined })}
      />
      <Button size="small" onClick={() => setOpen("filter")}>
        {t("portfolio.filters", { count: filters })}
      </Button>
      {!onPhone && (
        <Button size="small" onClick={() => setOpen("columns")}>
          {t("portfolio.columns")}
        </Button>
      )}
      <Button size="small" onClick={() => setOpen("views")}>
        {t("portfolio.views")}
      </Button>
      {filters > 0 && (
        <Button
          size="small"
          kind="quiet"
          onClick={() => onChange({ ranges: undefined, losers: undefined })}
        >
          {t("portfolio.clearFilters")}
        </Button>
      )}
      {open === "columns" && (
        <ColumnChoice view={view} onChange={onChange} onClose={() => setOpen(null)} />
      )}
      {open === "filter" && (
        <Filters view={view} onChange={onChange} onClose={() => setOpen(null)} />
      )}
      {open === "views" && (
        <SavedViews
          view={view}
          onApply={(settings) => onChange({ ...emptyView, ...settings })}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

const emptyView = {
  search: undefined,
  sort: undefined,
  descending: undefined,
  columns: undefined,
  ranges: undefined,
  losers: undefined,
};

type ToolProps = Omit<PortfolioToolsProps, "portfolio"> & { readonly onClose: () => void };

function ColumnChoice({ view, onChange, onClose }: ToolProps) {
  const { t } = usePhrases();
  const shown = shownFacts(view);
  function toggle(fact: FactKey) {
    const columns = shown.includes(fact) ? shown.filter((key) => key !== fact) : [...shown, fact];
    onChange({ columns });
  }
  return (
    <Sheet title={t("portfolio.columns")} onClose={onClose}>
      <div className="choice-list">
        {choosableFacts.map((fact) => (
          <label key={fact} className="choice">
            <input type="checkbox" checked={shown.includes(fact)} onChange={() => toggle(fact)} />
            <span>
              {t(`facts.${fact}.name`)}
              <span className="quiet choice-explained">{t(`facts.${fact}.explanation`)}</span>
            </span>
          </label>
        ))}
      </div>
    </Sheet>
  );
}

function Filters({ view, onChange, onClose }: ToolProps) {
  const { t } = usePhrases();
  const ranges = new Map((view.ranges ?? []).map((range) => [range.fact, range]));
  function set(fact: FactKey, bound: "min" | "max", value: string) {
    const next = { ...ranges.get(fact), fact, [bound]: value === "" ? undefined : value };
    const all = new Map(ranges);
    if (next.min === undefined && next.max === undefined) all.delete(fact);
    else all.set(fact, next);
    onChange({
      ranges: all.size === 0 ? undefined : [...all.values()],
    });
  }
  return (
    <Sheet title={t("portfolio.filter")} onClose={onClose}>
      <label className="choice">
        <input
          type="checkbox"
          checked={view.losers === true}
          onChange={(event) => onChange({ losers: event.target.checked || undefined })}
        />
        <span>{t("portfolio.losersOnly")}</span>
      </label>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t("portfolio.columns")}</th>
            <th>{t("portfolio.atLeast")}</th>
            <th>{t("portfolio.atMost")}</th>
          </tr>
        </thead>
        <tbody>
          {choosableFacts.filter(isNumeric).map((fact) => (
            <tr key={fact}>
              <th scope="row">{t(`facts.${fact}.name`)}</th>
              {(["min", "max"] as const).map((bound) => (
                <td key={bound}>
                  <input
                    className="input"
                    data-size="small"
                    type="number"
                    step="any"
                    aria-label={`${t(`facts.${fact}.name`)} ${t(bound === "min" ? "portfolio.atLeast" : "portfolio.atMost")}`}
                    value={ranges.get(fact)?.[bound] ?? ""}
                    onChange={(event) => set(fact, bound, event.target.value)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
