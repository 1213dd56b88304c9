import type { Period } from "@koers/contract";
import { usePhrases } from "#app/language.tsx";

type PeriodPickerProps = {
  readonly period: Period;
  readonly covered: Period | null;
  /** Whether the period was chosen, rather than the default. */
  readonly chosen: boolean;
  readonly onChange: (period: {
    readonly from: string | undefined;
    readonly to: string | undefined;
  }) => void;
};

/** The last twelve full months, a year of the books, or any months of them. */
export function PeriodPicker({ period, covered, chosen, onChange }: PeriodPickerProps) {
  const { t, format } = usePhrases();
  const months = covered === null ? [] : monthsOf(covered);
  const years = [...new Set(months.map((month) => month.slice(0, 4)))].reverse();
  const whole = years.find((year) => period.from === `${year}-01` && period.to === `${year}-12`);
  const choice = !chosen ? "default" : (whole ?? "own");
  return (
    <fieldset className="row period-picker">
      <legend className="visually-hidden">{t("portfolio.period")}</legend>
      <select
        className="input"
        data-size="small"
        aria-label={t("portfolio.period")}
        value={choice}
        onChange={(event) => {
          const value = event.target.value;
          if (value === "default") onChange({ from: undefined, to: undefined });
          else if (value === "own") onChange(period);
          else onChange({ from: `${value}-01`, to: `${value}-12` });
        }}
      >
        <option value="default">{t("portfolio.periodDefault")}</option>
        {years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
        <option value="own">{t("portfolio.periodOwn")}</option>
      </select>
      {choice === "own" && (
        <>
          <select
            className="input"
            data-size="small"
            aria-label={t("portfolio.periodFrom")}
            value={period.from}
            onChange={(event) =>
              onChange({ from: event.target.value, to: later(event.target.value, period.to) })
            }
          >
            {withMonth(months, period.from).map((month) => (
              <option key={month} value={month}>
                {format.month(month)}
              </option>
            ))}
          </select>
          <select
            className="input"
            data-size="small"
            aria-label={t("portfolio.periodTo")}
            value={period.to}
            onChange={(event) =>
              onChange({
                // biome-ignore lint/complexity/useMathMinMax: months are text, not numbers
                from: event.target.value < period.from ? event.target.value : period.from,
                to: event.target.value,
              })
            }
          >
            {withMonth(months, period.to).map((month) => (
              <option key={month} value={month}>
                {format.month(month)}
              </option>
            ))}
          </select>
        </>
      )}
    </fieldset>
  );
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function withMonth(months: readonly string[], month: string): readonly string[] {
  return months.includes(month) ? months : [...months, month].sort((a, b) => a.localeCompare(b));
}

function monthsOf({ from, to }: Period): readonly string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = from.split("-").map(Number);
  for (let key = from; key <= to; key = `${year}-${String(month).padStart(2, "0")}`) {
    months.push(key);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  return months;
}
