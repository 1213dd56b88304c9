import { afterAll, beforeAll, expect, test } from "vitest";
import { type Office, openOffice, text } from "./office.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 60_000);
afterAll(() => office.database.drop());

test("a fault while reading is told by its class, since its message may quote the books", async () => {
  const broken = {
    ...text("klanten.csv", "naam\nBakker\n"),
    open(): never {
      throw new SyntaxError("Unexpected token 'B', \"Bakker\" is not a number");
    },
  };
  const preview = await office.preview([broken]);
  expect(JSON.stringify(preview)).not.toContain("Bakker");
  expect(preview.error).toEqual({ code: "internal", data: { reason: "SyntaxError" } });
});
