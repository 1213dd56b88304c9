import { createPhrases } from "@koers/phrases";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WhaleCurve } from "#charts/WhaleCurve.tsx";
import { whaleCurve } from "#charts/whale-curve.ts";
import { drawing } from "./drawing.ts";

const { format } = createPhrases("nl");

function curve(values: readonly (string | null)[], losers: string | null) {
  return (
    <WhaleCurve
      points={whaleCurve(values)}
      label="Walviscurve"
      hint="Pijltoetsen lopen langs de curve."
      peakLabel="top"
      totalLabel="totaal"
      losersLabel={losers}
      axis={(value) => format.money(String(value), "EUR", 0)}
      describe={(point, rank) => `${rank}. ${point.value}`}
      onOpen={() => {}}
    />
  );
}

/** Ninety customers, a few of which bring most and nine cost money. */
const firm = Array.from({ length: 90 }, (_, at) =>
  (at < 81 ? 42_000 / (at + 1) : (80 - at) * 1_100).toFixed(2),
);

test("a firm with a whale and losers", async () => {
  await expect(drawing(curve(firm, "9 klanten kosten"))).toMatchFileSnapshot(
    "../golden/whale-curve.svg",
  );
});

test("a firm without losers has no fall and no peak to name", async () => {
  const svg = drawing(curve(["500", "300", null, "200"], null));
  expect(svg).not.toContain("whale-fall");
  expect(svg).not.toContain("whale-peak");
  await expect(svg).toMatchFileSnapshot("../golden/whale-curve-without-losers.svg");
});

test("a firm that loses on everyone is drawn under the axis", async () => {
  const svg = drawing(curve(["-100", "-50", "-400"], "3 klanten kosten"));
  expect(svg).not.toContain("NaN");
  await expect(svg).toMatchFileSnapshot("../golden/whale-curve-losses-only.svg");
});

test("one customer is a curve too, and none is no chart", () => {
  expect(drawing(curve(["100"], null))).not.toContain("NaN");
  expect(renderToStaticMarkup(curve([], null))).toBe("");
  expect(renderToStaticMarkup(curve([null], null))).toBe("");
});

test("50,000 customers are drawn with some six hundred corners", () => {
  const many = Array.from({ length: 50_000 }, (_, at) => String(40_000 - at));
  const path = /class="whale-line" d="([^"]+)"/.exec(drawing(curve(many, "x")))?.[1] ?? "";
  expect(path.split("L").length).toBeLessThan(610);
  expect(path.split("L").length).toBeGreaterThan(500);
});

test("it can be reached and is explained without a mouse", () => {
  const markup = renderToStaticMarkup(curve(firm, null));
  expect(markup).toContain('tabindex="0"');
  expect(markup).toContain('aria-label="Walviscurve"');
  const hint = /aria-describedby="([^"]+)"/.exec(markup)?.[1] ?? "";
  expect(markup).toContain(`id="${hint}">Pijltoetsen lopen langs de curve.`);
});
