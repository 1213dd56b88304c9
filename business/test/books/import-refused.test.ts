import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getImport } from "../../src/books/index.ts";
import { dumpRows } from "./dump-rows.ts";
import { type Office, openOffice, sampleBytes, text } from "./office.ts";

const content = new TextDecoder().decode(sampleBytes("xaf/banana-ExactOnline_V32_2016.xaf"));
const totals = ["totalDebit", "totalCredit"] as const;

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.database.drop());

function off(total: (typeof totals)[number], cents: number) {
  return text(
    "off.xaf",
    content.replace(`<${total}>999954.06<`, `<${total}>${((99995406 + cents) / 100).toFixed(2)}<`),
  );
}

describe("control totals", () => {
  it("refuse the file at any difference, and nothing of it is stored", async () => {
    const empty = await dumpRows(office);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...totals),
        fc
          .oneof(fc.constantFrom(-1, 1), fc.integer({ min: -1e6, max: 1e6 }))
          .filter((n) => n !== 0),
        async (total, cents) => {
          const preview = await office.preview([off(total, cents)]);
          const control = preview.files[0]?.reconciliation?.controlTotals;
          expect(control?.find((one) => one.name === total)?.equal).toBe(false);
          expect(preview.files[0]?.accepted).toBe(false);
          await expect(
            office.desk.confirmPreview(office.context, { id: preview.id }),
          ).rejects.toMatchObject({ code: "import-not-accepted" });
        },
      ),
      { numRuns: 25 },
    );
    expect(await dumpRows(office)).toEqual(empty);
  });

  it("are overridden by name, which is logged", async () => {
    const other = await openOffice(office.database);
    const preview = await other.bring([off("totalDebit", 1)], {
      overrides: { "off.xaf": "the package rounds its own total" },
    });
    expect(preview.results).toMatchObject([{ outcome: "imported", importId: 1 }]);
    const { import: summary } = await getImport(other.context, { importId: 1 });
    expect(summary.overridden).toBe(true);
    const entries = await other.database.withOrganization(
      other.context.organizationId,
      (transaction) => transaction.selectFrom("audit_entry").select(["action", "data"]).execute(),
    );
    expect(entries).toEqual([
      {
        action: "import",
        data: expect.objectContaining({ override: "the package rounds its own total" }),
      },
    ]);
  });
});

describe("a file cut off in the middle", () => {
  it("is refused with its line and cannot be overridden", async () => {
    const cut = text("cut.xaf", content.slice(0, content.length / 2));
    const preview = await office.preview([cut]);
    expect(preview.files[0]?.problems).toContainEqual(
      expect.objectContaining({ code: "XML_TRUNCATED", line: expect.any(Number) }),
    );
    await expect(
      office.desk.confirmPreview(office.context, {
        id: preview.id,
        overrides: { "cut.xaf": "please" },
      }),
    ).rejects.toMatchObject({ code: "import-not-accepted" });
  });
});

describe("cancelling", () => {
  it("stops an import midway and leaves nothing behind", async () => {
    const other = await openOffice(office.database);
    const empty = await dumpRows(other);
    const preview = await other.preview([text("books.xaf", content)]);
    let stopped: Promise<unknown> | undefined;
    const unwatch = other.desk.watch(other.context, preview.id, (seen) => {
      if (seen.progress.stage === "storing")
        stopped ??= other.desk.cancelPreview(other.context, { id: preview.id });
    });
    await other.desk.confirmPreview(other.context, { id: preview.id });
    const done = await other.desk.settled(other.context, preview.id);
    await stopped;
    unwatch();
    expect(stopped).toBeDefined();
    expect(done.state).toBe("cancelled");
    expect(done.results).toMatchObject([{ outcome: "cancelled" }]);
    expect(await dumpRows(other)).toEqual(empty);
    expect(other.uploads.size).toBe(0);
  });

  it("keeps previews of one organisation from another", async () => {
    const other = await openOffice(office.database);
    const preview = await office.preview([text("books.xaf", content)]);
    await expect(other.desk.getPreview(other.context, { id: preview.id })).rejects.toMatchObject({
      code: "preview-not-found",
    });
  });
});
