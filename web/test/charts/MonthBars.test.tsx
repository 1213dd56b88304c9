import { createPhrases } from "@koers/phrases";
import { expect, test } from "vitest";
import { type MonthBar, MonthBars } from "#charts/MonthBars.tsx";
import { drawing } from "./drawing.ts";

const { format } = createPhrases("nl");

function bars(months: readonly MonthBar[]) {
  return (
    <MonthBars
      months={months}
      label="Omzet en marge per maand"
      axis={(value) => format.money(String(value), "EUR", 0)}
      monthLabel={format.month}
      describe={({ month, revenue }) => `${format.month(month)}: ${revenue}`}
      onOpen={() => {}}
    />
  );
}

const year = Array.from({ length: 12 }, (_, at): MonthBar => {
  const revenue = [4200, 3900, 5100, 0, 4700, 5200, 1800, -600, 5600, 6100, 5900, 3000][at] ?? 0;
  return {
    month: `2025-${String(at + 1).padStart(2, "0")}`,
    revenue,
    margin: at === 3 ? null : Math.round(revenue * 0.4 - 500),
  };
});

test("a year with a credit note, a loss and a month without hours", async () => {
  await expect(drawing(bars(year))).toMatchFileSnapshot("../golden/month-bars.svg");
});

test("an unknown margin has no bar, a loss has its own colour", () => {
  const svg = drawing(bars(year));
  expect(svg.match(/class="bar"/g)).toHaveLength(12);
  expect(svg.match(/class="bar-accent"|class="bar-loss"/g)).toHaveLength(11);
  expect(svg).toContain('class="bar-loss"');
});

test("each month can be opened by keyboard and says what it is", () => {
  const svg = drawing(bars(year));
  expect(svg.match(/role="button" tabindex="0"/g)).toHaveLength(12);
  expect(svg).toContain('aria-label="mrt 2025: 5100"');
});

test("bars have no negative height, also where all months lose", () => {
  const svg = drawing(bars(year.map(({ month }) => ({ month, revenue: -10, margin: -20 }))));
  expect(svg).not.toMatch(/height="-|NaN/);
});

test("many months keep their labels apart", () => {
  const months = Array.from({ length: 60 }, (_, at) => ({
    month: `${2021 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
    revenue: 100,
    margin: null,
  }));
  const labels = drawing(bars(months)).match(/text-anchor="middle"/g) ?? [];
  expect(labels.length).toBeLessThanOrEqual(9);
});
