import { describe, expect, it } from "vitest";
import { fitFirth } from "../../src/profile/fit-firth.ts";
import { haveProfileSamples, sampleColumns } from "../survey/profile-samples.ts";

describe("Firth's logistic regression", () => {
  it.skipIf(!haveProfileSamples)(
    "gives Heinze and Schemper's endometrial coefficients (skipped without the samples)",
    () => {
      const [nv = [], pi = [], eh = [], grade = []] = [
        ...sampleColumns("endometrial.csv").values(),
      ].map((cells) => cells.map(Number));
      const fit = fitFirth([nv, pi, eh], grade);
      if (fit.kind !== "fitted") throw new Error(fit.kind);
      // The reference stops a little early: at the top the first is 3.77455971.
      for (const [k, golden] of [3.774559, 2.929273, -0.034752, -2.604164].entries())
        expect(Math.abs((fit.coefficients[k] as number) - golden)).toBeLessThan(1e-6);
    },
  );

  it("of one condition adds half a customer to each cell", () => {
    // Firth 1993, section 3: for a saturated table the estimate is that of the counts plus a half.
    const cells = [
      { x: 0, y: 0, count: 7 },
      { x: 0, y: 1, count: 3 },
      { x: 1, y: 1, count: 5 },
    ];
    const rows = cells.flatMap((cell) => Array.from({ length: cell.count }, () => cell));
    const fit = fitFirth(
      [rows.map(({ x }) => x)],
      rows.map(({ y }) => y),
    );
    if (fit.kind !== "fitted") throw new Error(fit.kind);
    expect(fit.coefficients[0]).toBeCloseTo(Math.log(3.5 / 7.5), 8);
    expect(fit.coefficients[1]).toBeCloseTo(Math.log(5.5 / 0.5) - Math.log(3.5 / 7.5), 8);
  });

  it("turns with the unit of a column", () => {
    const x = [1, 5, 3, 8, 2, 9, 4, 7, 6, 10];
    const y = [0, 0, 0, 1, 0, 1, 1, 0, 1, 1];
    const one = fitFirth([x], y);
    const other = fitFirth([x.map((value) => 1000 * value)], y);
    if (one.kind !== "fitted" || other.kind !== "fitted") throw new Error("not fitted");
    expect(1000 * (other.coefficients[1] as number)).toBeCloseTo(one.coefficients[1] as number, 8);
    expect(1000 * (other.standardErrors[1] as number)).toBeCloseTo(
      one.standardErrors[1] as number,
      8,
    );
    expect(other.penalisedLogLikelihood - one.penalisedLogLikelihood).toBeCloseTo(
      Math.log(1000),
      8,
    );
  });

  it("says by name what is missing, and refuses what is none", () => {
    const y = [0, 1, 0, 1, 1];
    expect(fitFirth([[1, 2]], [0, 1])).toEqual({ kind: "too-few-customers", have: 2, need: 3 });
    expect(fitFirth([[4, 4, 4, 4, 4]], y)).toEqual({ kind: "columns-determine-each-other" });
    const x = [1, 2, 3, 5, 8];
    expect(fitFirth([x, x.map((value) => 3 - 2 * value)], y)).toEqual({
      kind: "columns-determine-each-other",
    });
    expect(() => fitFirth([[1, 2, Number.NaN, 4, 5]], y)).toThrow("row 2");
    expect(() => fitFirth([x], [0, 1, 2, 0, 1])).toThrow("label 2");
    expect(() => fitFirth([[1]], y)).toThrow(RangeError);
  });

  it("is finite where all labels are equal", () => {
    const fit = fitFirth([[1, 2, 3, 4, 5, 6]], [1, 1, 1, 1, 1, 1]);
    if (fit.kind !== "fitted") throw new Error(fit.kind);
    expect(fit.coefficients.every(Number.isFinite)).toBe(true);
  });
});
