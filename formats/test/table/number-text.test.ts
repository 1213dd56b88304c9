import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minorUnits } from "../../src/table/minor-units.ts";
import { numberShape, parseNumber } from "../../src/table/number-text.ts";

describe("numberShape and parseNumber", () => {
  test.each([
    ["1.234,56", "comma", "1234.56"],
    ["1,234.56", "point", "1234.56"],
    ["1 234,56", "comma", "1234.56"],
    ["1\u00a0234,56", "comma", "1234.56"],
    ["1\u202f234,56", "comma", "1234.56"],
    ["1'234.56", "point", "1234.56"],
    ["(1,234.56)", "point", "-1234.56"],
    ["1234,56-", "comma", "-1234.56"],
    ["\u22125,50", "comma", "-5.50"],
    ["€ 12,00", "comma", "12.00"],
    ["€ -12,00", "comma", "-12.00"],
    ["-€ 12,00", "comma", "-12.00"],
    ["$4,250.00", "point", "4250.00"],
    ["12.00 USD", "point", "12.00"],
    ["EUR 12,00", "comma", "12.00"],
    ["1.250,-", "comma", "1250.00"],
    ["0,125", "comma", "0.125"],
    ["1.234.567", "comma", "1234567"],
    [",5", "comma", "0.5"],
  ] as const)("%s is written with a decimal %s and means %s", (text, convention, value) => {
    expect(numberShape(text)).toBe(convention);
    expect(parseNumber(text, convention)).toBe(value);
    expect(parseNumber(text, convention === "comma" ? "point" : "comma")).toBeUndefined();
  });

  test("one group of three after one to three digits means something else in each convention", () => {
    for (const text of ["1.234", "12.345", "-1.234", "€ 1.234"])
      expect(numberShape(text)).toBe("either");
    expect(parseNumber("1.234", "comma")).toBe("1234");
    expect(parseNumber("1.234", "point")).toBe("1.234");
  });

  test.each([
    "1,2,3",
    "1,23,456.78",
    "1.2.3",
    "١٢",
    "１２",
    "#REF!",
    "n.v.t.",
    "",
    "-",
    "--5",
    "(-5)",
    "1e5",
    "1_000",
    "0x10",
    "12 uur",
    "NaN",
    "Infinity",
    "1.234,56.78",
    "5%",
    "12 34",
    "1 2345",
    "12,",
    "+-1",
    "abc12",
  ])("%j is no number in any convention", (text) => {
    expect(numberShape(text)).toBe("none");
    expect(parseNumber(text, "comma")).toBeUndefined();
    expect(parseNumber(text, "point")).toBeUndefined();
  });

  test("what is written in a convention is read back exactly", () => {
    const groups = { comma: [".", " ", "\u00a0", "'", ""], point: [",", " ", "\u00a0", "'", ""] };
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
        fc.constantFrom("comma" as const, "point" as const),
        fc.nat({ max: 4 }),
        fc.constantFrom("minus", "trailing", "brackets", "euro"),
        (cents, convention, group, form) => {
          const size = cents < 0n ? -cents : cents;
          const digits = size.toString().padStart(3, "0");
          const whole = digits
            .slice(0, -2)
            .replace(/\B(?=(\d{3})+$)/g, groups[convention][group] ?? "");
          const body = `${whole}${convention === "comma" ? "," : "."}${digits.slice(-2)}`;
          const written =
            cents >= 0n
              ? form === "euro"
                ? `€ ${body}`
                : body
              : form === "trailing"
                ? `${body}-`
                : form === "brackets"
                  ? `(${body})`
                  : form === "euro"
                    ? `€ -${body}`
                    : `-${body}`;
          const decimal = parseNumber(written, convention);
          expect(decimal).toBeDefined();
          expect(minorUnits(decimal ?? "", 2)).toEqual({ amount: cents, rounded: false });
        },
      ),
    );
  });

  test("a hundred thousand signs are answered at once", () => {
    const start = performance.now();
    for (const sign of ["1", ".", "1.", "1,234", " ", "€", "(", "'1"]) {
      numberShape(sign.repeat(100_000));
      parseNumber(sign.repeat(100_000), "comma");
    }
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe("minorUnits", () => {
  test("rounds half away from zero and says so", () => {
    expect(minorUnits("1.005", 2)).toEqual({ amount: 101n, rounded: true });
    expect(minorUnits("-1.005", 2)).toEqual({ amount: -101n, rounded: true });
    expect(minorUnits("1.0049", 2)).toEqual({ amount: 100n, rounded: true });
    expect(minorUnits("1.500", 2)).toEqual({ amount: 150n, rounded: false });
    expect(minorUnits("-0.004", 2)).toEqual({ amount: 0n, rounded: true });
    expect(minorUnits("1234", 0)).toEqual({ amount: 1234n, rounded: false });
  });

  test("refuses amounts of more than fifteen digits", () => {
    expect(minorUnits("12345678901234", 2)).toBeUndefined();
    expect(minorUnits("9999999999999.99", 2)?.amount).toBe(999_999_999_999_999n);
  });
});
