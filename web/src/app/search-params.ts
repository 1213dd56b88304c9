/** What the address of a page may carry: filters live there, so that a link shows what was seen. */
export type PeriodSearch = { readonly from?: string | undefined; readonly to?: string | undefined };

/** A filter on one fact: at least, at most, as decimal strings. */
export type FactRange = {
  readonly fact: string;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
};

export type PortfolioSearch = PeriodSearch & {
  readonly search?: string | undefined;
  readonly sort?: string | undefined;
  readonly descending?: boolean | undefined;
  readonly columns?: readonly string[] | undefined;
  readonly ranges?: readonly FactRange[] | undefined;
  readonly losers?: boolean | undefined;
};

export type CustomerSearch = PeriodSearch & {
  readonly fact?: string | undefined;
  readonly month?: string | undefined;
};

const month = /^\d{4}-(0[1-9]|1[0-2])$/;

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" && value.length <= 200 ? value : undefined;
}

function period(search: Record<string, unknown>): PeriodSearch {
  const from = text(search["from"]);
  const to = text(search["to"]);
  if (from === undefined || to === undefined || !month.test(from) || !month.test(to) || from > to)
    return {};
  return { from, to };
}

function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

export function portfolioSearch(search: Record<string, unknown>): PortfolioSearch {
  const columns = Array.isArray(search["columns"])
    ? search["columns"].filter((key): key is string => typeof key === "string").slice(0, 40)
    : undefined;
  const ranges = Array.isArray(search["ranges"])
    ? search["ranges"].flatMap((range): FactRange[] => {
        const fact = text((range as Record<string, unknown> | null)?.["fact"]);
        if (fact === undefined) return [];
        const bounds = range as Record<string, unknown>;
        return [compact({ fact, min: text(bounds["min"]), max: text(bounds["max"]) }) as FactRange];
      })
    : undefined;
  return compact({
    ...period(search),
    search: text(search["search"]),
    sort: text(search["sort"]),
    descending: typeof search["descending"] === "boolean" ? search["descending"] : undefined,
    columns: columns?.length ? columns : undefined,
    ranges: ranges?.length ? ranges : undefined,
    losers: search["losers"] === true ? true : undefined,
  }) as PortfolioSearch;
}

export function customerSearch(search: Record<string, unknown>): CustomerSearch {
  const chosen = text(search["month"]);
  return compact({
    ...period(search),
    fact: text(search["fact"]),
    month: chosen !== undefined && month.test(chosen) ? chosen : undefined,
  }) as CustomerSearch;
}
