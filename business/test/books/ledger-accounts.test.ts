import { afterAll, beforeAll, expect, it } from "vitest";
import {
  booksUndoHandlers,
  listAccounts,
  selfCheck,
  setAccountRole,
} from "../../src/books/index.ts";
import { getPortfolio } from "../../src/customers/index.ts";
import { undo } from "../../src/people/index.ts";
import { dumpRows } from "./dump-rows.ts";
import { type Office, openOffice, sample } from "./office.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.bring([sample("xaf/banana-ExactOnline_V32_2016.xaf")]);
});
afterAll(() => office.database.drop());

async function attributed(): Promise<string> {
  const { totals } = await getPortfolio(office.context, { from: "2016-01", to: "2016-12" });
  return totals.attributedRevenue;
}

async function find(code: string) {
  const { accounts } = await listAccounts(office.context);
  const found = accounts.find((account) => account.code === code);
  if (found === undefined) throw new Error(`no account ${code}`);
  return found;
}

it("lists what each account is taken for and by what", async () => {
  expect(await find("8320")).toMatchObject({
    ...{ role: "revenue", evidence: "rgs-code", amount: "-31960.00", system: "Toro Rosso BV" },
  });
});

it("recomputes when an account is corrected, and goes back when that is undone", async () => {
  const before = await dumpRows(office);
  const { sourceSystemId } = await find("8320");
  const { undoStepId } = await setAccountRole(office.context, {
    ...{ sourceSystemId, code: "8320", accountRole: "overhead" },
  });
  expect(await find("8320")).toMatchObject({ role: "overhead", evidence: "by-hand" });
  expect(await attributed()).toBe("59146.78");
  await undo(office.context, { id: undoStepId }, booksUndoHandlers);
  expect(await attributed()).toBe("91106.78");
  const { undo_step: _, ...after } = await dumpRows(office);
  expect(after).toEqual(before);
});

it("does not make revenue of payroll, whose lines are not kept", async () => {
  const { sourceSystemId } = await find("4000");
  await expect(
    setAccountRole(office.context, { sourceSystemId, code: "4000", accountRole: "revenue" }),
  ).rejects.toMatchObject({ code: "input-invalid", data: { reason: "lines-not-kept" } });
});

it("reads the next file of these books with the correction, also in the preview", async () => {
  const { sourceSystemId } = await find("8320");
  await setAccountRole(office.context, { sourceSystemId, code: "8320", accountRole: "overhead" });
  const preview = await office.preview([sample("xaf/synthetic-XAF-4.0-from-exact.xaf")]);
  expect(preview.files[0]?.reconciliation?.attributedRevenue).toBe("59146.78");
  expect(preview.files[0]?.accounts).toContainEqual(
    expect.objectContaining({ code: "8320", role: "overhead", evidence: "by-hand" }),
  );
  await setAccountRole(office.context, { sourceSystemId, code: "8320", accountRole: null });
});

it("takes a role said in the preview along, and the self-check agrees", async () => {
  const other = await openOffice(office.database);
  await other.bring([sample("xaf/banana-ExactOnline_V32_2016.xaf")], {
    answers: [
      { file: "banana-ExactOnline_V32_2016.xaf", accountRoles: { "8320": "direct-purchases" } },
    ],
  });
  const { accounts } = await listAccounts(other.context);
  expect(accounts.find((account) => account.code === "8320")?.role).toBe("direct-purchases");
  expect(await selfCheck(other.context)).toEqual({ books: 1, differences: [] });
});

it("stores neither payroll lines nor bank numbers nor free text", async () => {
  const dump = await dumpRows(office);
  const lines = (dump["ledger_line"] ?? []).map((row) => JSON.parse(row));
  expect(lines.filter((line) => ["4000", "4900", "4901"].includes(line.code))).toEqual([]);
  const everything = JSON.stringify(dump);
  for (const secret of ["nieuwe keuken", "testboeking", "Partij tweedehands"])
    expect(everything).not.toContain(secret);
});
