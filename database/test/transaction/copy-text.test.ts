import fc from "fast-check";
import { expect, test } from "vitest";
import { copyText } from "../../src/transaction/copy-text.ts";

test("values stand between tabs and the row ends with a line feed", () => {
  expect(copyText(["a", 1, 2n, true, false, null])).toBe("a\t1\t2\tt\tf\t\\N\n");
});

test("an instant is written in UTC and bytes in hexadecimal", () => {
  expect(copyText([new Date("2026-03-01T12:00:00+01:00")])).toBe("2026-03-01T11:00:00.000Z\n");
  expect(copyText([new Uint8Array([0, 255])])).toBe("\\\\x00ff\n");
});

test("whatever the text, a row is one line with as many values", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1 }), (row) => {
      const line = copyText(row);
      expect(line.indexOf("\n")).toBe(line.length - 1);
      expect(line.split("\t")).toHaveLength(row.length);
    }),
  );
});
