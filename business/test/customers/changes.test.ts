import { operations } from "@koers/contract";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createExceptionDraft, getException } from "../../src/choice/index.ts";
import type { Context } from "../../src/context.ts";
import {
  addNote,
  customerUndo,
  deleteNote,
  deleteView,
  editCustomer,
  editNote,
  findCustomers,
  getCustomer,
  getPortfolio,
  listSavedViews,
  mergeCustomers,
  saveView,
  setScoringObjection,
  splitCustomer,
  sumsAfterEdit,
} from "../../src/customers/index.ts";
import { editOrganization, organizationUndoHandlers, undo } from "../../src/people/index.ts";
import { factsOf } from "./facts-of.ts";
import { office } from "./office.ts";
import { type SeededFirm, seededFirm } from "./seeded-firm.ts";

let firm: SeededFirm;
let seeded: Awaited<ReturnType<typeof office>>;
let context: Context;
beforeEach(async () => {
  firm = await seededFirm();
  seeded = await office(firm);
  context = firm.context;
});
afterEach(() => firm.database.drop());

const back = (id: string) => undo(context, { id }, customerUndo);
const text = (value: unknown) =>
  JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? `${inner}` : inner));

async function state() {
  const tables = ["customer", "relation", "customer_month", "customer_hour_month", "note"] as const;
  const rows = await Promise.all(
    tables.map(async (table) => (await firm.rows(table)).map(text).toSorted()),
  );
  return [...rows, (await firm.rows("match_decision")).length];
}

test("an edit shows at once, wins over files, and is taken back", async () => {
  const before = await state();
  const { undoStepId } = await editCustomer(context, {
    id: seeded.anna,
    fields: { name: "Anna's Bureau", city: "", kvk: " 12345678 " },
  });
  const shown = await getCustomer(context, { id: seeded.anna });
  expect(shown).toMatchObject({ name: "Anna's Bureau", city: null, kvk: "12345678" });
  expect(shown.editedFields.toSorted()).toEqual(["city", "kvk", "name"]);
  await back(undoStepId);
  expect(await state()).toEqual(before);
  await expect(back(undoStepId)).rejects.toMatchObject({ code: "undo-not-possible" });
});

test("a merge moves all that is known, remembers it, and is taken back to the row", async () => {
  await addNote(context, { id: seeded.bert, text: "Belt altijd laat" });
  const before = await state();
  const { undoStepId } = await mergeCustomers(context, { id: seeded.anna, other: seeded.bert });
  const portfolio = await getPortfolio(context, {});
  expect(portfolio.ids).toEqual([seeded.anna]);
  expect(factsOf(portfolio, seeded.anna)).toMatchObject({ revenue: "135000.00", hours: "900.00" });
  const merged = await getCustomer(context, { id: seeded.anna });
  expect(merged.notes.map((note) => note.text)).toEqual(["Belt altijd laat"]);
  expect(merged.relations).toHaveLength(4);
  expect((await firm.rows("match_decision")).every((row) => row.same)).toBe(true);
  expect(await firm.rows("match_decision")).toHaveLength(4);
  await back(undoStepId);
  expect(await state()).toEqual(before);
});

test("a merge moves dossiers, and so does taking it back", async () => {
  const { id } = await createExceptionDraft(context, { customerId: seeded.bert, content: {} });
  const customerOf = async () => (await getException(context, { id })).customerId;
  const { undoStepId } = await mergeCustomers(context, { id: seeded.anna, other: seeded.bert });
  expect(await customerOf()).toBe(seeded.anna);
  await back(undoStepId);
  expect(await customerOf()).toBe(seeded.bert);
});

test("a merge that something was built on is not taken back", async () => {
  const merge = await mergeCustomers(context, { id: seeded.anna, other: seeded.bert });
  const split = await splitCustomer(context, {
    id: seeded.anna,
    relations: [seeded.relations.bertInTime],
  });
  await expect(back(merge.undoStepId)).rejects.toMatchObject({ code: "undo-not-possible" });
  await back(split.undoStepId);
  await back(merge.undoStepId);
  expect((await getPortfolio(context, {})).ids).toHaveLength(2);
});

test("a split takes the lines of its relations along, and is taken back to the row", async () => {
  const before = await state();
  const { undoStepId, customerId } = await splitCustomer(context, {
    id: seeded.bert,
    relations: [seeded.relations.bertInBooks],
  });
  const portfolio = await getPortfolio(context, {});
  expect(factsOf(portfolio, customerId)).toMatchObject({ revenue: "35000.00", hours: "0.00" });
  expect(factsOf(portfolio, seeded.bert)).toMatchObject({ revenue: "0.00", hours: "400.00" });
  expect((await getCustomer(context, { id: customerId })).name).toBe("Bert NV");
  await back(undoStepId);
  expect(await state()).toEqual(before);
  await expect(
    splitCustomer(context, {
      id: seeded.bert,
      relations: [seeded.relations.bertInBooks, seeded.relations.bertInTime],
    }),
  ).rejects.toMatchObject({ code: "input-invalid" });
});

test("an objection to scoring is kept with its moment and can be lifted", async () => {
  const { undoStepId } = await setScoringObjection(context, { id: seeded.bert, reason: "AVG 21" });
  expect((await getCustomer(context, { id: seeded.bert })).scoringObjection).toBe("AVG 21");
  expect(factsOf(await getPortfolio(context, {}), seeded.bert).scoringObjection).toBe(true);
  await back(undoStepId);
  expect(factsOf(await getPortfolio(context, {}), seeded.bert).scoringObjection).toBe(false);
});

test("notes are written, changed by their writer or a manager, and deletion is taken back", async () => {
  const note = await addNote(context, { id: seeded.anna, text: "Eerste" });
  expect(operations.addNote.output.parse(note)).toEqual(note);
  const changed = await editNote(context, { id: seeded.anna, noteId: note.id, text: "Tweede" });
  expect(changed.text).toBe("Tweede");
  const other: Context = {
    ...context,
    accountId: "00000000-0000-4000-8000-0000000000ff",
    role: "member",
  };
  await expect(deleteNote(other, { id: seeded.anna, noteId: note.id })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(
    editNote(context, { id: seeded.bert, noteId: note.id, text: "x" }),
  ).rejects.toMatchObject({ code: "not-found" });
  const { undoStepId } = await deleteNote(context, { id: seeded.anna, noteId: note.id });
  expect((await getCustomer(context, { id: seeded.anna })).notes).toEqual([]);
  await back(undoStepId);
  expect((await getCustomer(context, { id: seeded.anna })).notes).toMatchObject([
    { id: note.id, text: "Tweede" },
  ]);
});

test("saved views are kept per room, one per name, and deletion is taken back", async () => {
  const view = { room: "customers", name: "Verliesgevend", settings: { sort: "profit" } };
  const { id } = await saveView(context, view);
  const again = await saveView(context, { ...view, settings: { sort: "revenue" } });
  expect(again.id).toBe(id);
  expect(await listSavedViews(context, { room: "customers" })).toEqual({
    views: [{ id, name: "Verliesgevend", settings: { sort: "revenue" } }],
  });
  expect(await listSavedViews(context, { room: "choice" })).toEqual({ views: [] });
  const { undoStepId } = await deleteView(context, { id });
  await back(undoStepId);
  expect((await listSavedViews(context, { room: "customers" })).views).toHaveLength(1);
});

test("customers are found by part of a name, those that start with it first", async () => {
  await firm.customer("Jo 100% Anna");
  const { customers } = await findCustomers(context, { search: "anna" });
  expect(customers.map((customer) => customer.name)).toEqual(["Anna BV", "Jo 100% Anna"]);
  expect((await findCustomers(context, { search: "100%" })).customers).toHaveLength(1);
  expect((await findCustomers(context, { search: "%" })).customers).toHaveLength(1);
});

test("another normal payment term shows in the cost of late payment at once, and back", async () => {
  const { ledger, relations } = seeded;
  await firm.receivable(ledger, relations.annaInBooks, "1", "invoice", "2025-01-15", 36_500_00n);
  await firm.receivable(ledger, relations.annaInBooks, "1", "payment", "2025-03-31", -36_500_00n);
  await firm.refresh("all");
  const cost = async () => factsOf(await getPortfolio(context, {}), seeded.anna).latePaymentCost;
  // 45 days beyond 30, at 8 %.
  expect(await cost()).toBe("360.00");
  const { undoStepId } = await editOrganization(
    context,
    { settings: { paymentTermDays: 65 } },
    sumsAfterEdit,
  );
  expect(await cost()).toBe("80.00");
  await undo(context, { id: undoStepId }, organizationUndoHandlers(sumsAfterEdit));
  expect(await cost()).toBe("360.00");
});

test("each change is written in the audit log without names", async () => {
  await editCustomer(context, { id: seeded.anna, fields: { name: "Geheim BV" } });
  await mergeCustomers(context, { id: seeded.anna, other: seeded.bert });
  const entries = await firm.rows("audit_entry");
  expect(entries.map((entry) => entry.action)).toEqual(["customer.edit", "customer.merge"]);
  expect(text(entries)).not.toContain("Geheim");
});
