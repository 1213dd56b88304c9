import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  booksUndoHandlers,
  decideMatch,
  listMatchProposals,
  undoImport,
} from "../../src/books/index.ts";
import { findCustomers } from "../../src/customers/index.ts";
import { undo } from "../../src/people/index.ts";
import { dumpRows } from "./dump-rows.ts";
import { type Office, openOffice, sample, text } from "./office.ts";

const exact = "xaf/banana-ExactOnline_V32_2016.xaf";

function list(name: string, rows: readonly string[]) {
  return text(name, `${["Name;KvK;E-mail", ...rows].join("\n")}\n`);
}

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.bring([sample(exact)]);
});
afterAll(() => office.database.drop());

async function names(of: Office): Promise<readonly string[]> {
  const { customers } = await findCustomers(of.context, { search: "", limit: 100 });
  return customers.map((customer) => customer.name).toSorted();
}

describe("a list of customers beside books", () => {
  it("matches surely equal names and proposes alike ones", async () => {
    const before = await names(office);
    const preview = await office.bring([
      list("crm.csv", ["FITTSPORT B.V.;;", "Belgium Bouncer;;", "Heel Iemand Anders;12345678;"]),
    ]);
    expect(preview.files[0]?.changes).toMatchObject({
      newCustomers: 2,
      matchedCustomers: 1,
      newCustomerNames: ["Belgium Bouncer", "Heel Iemand Anders"],
      proposals: [{ relationName: "Belgium Bouncer", customerName: "Belgium Bouncers" }],
    });
    expect(await names(office)).toEqual(
      [...before, "Belgium Bouncer", "Heel Iemand Anders"].toSorted(),
    );
  });

  it("makes one customer of two when a person says so, and two again when that is undone", async () => {
    const before = await dumpRows(office);
    const { proposals } = await listMatchProposals(office.context);
    expect(proposals).toHaveLength(1);
    const key = proposals[0]?.key as string;
    const { undoStepId } = await decideMatch(office.context, { key, same: true });
    expect(await names(office)).not.toContain("Belgium Bouncer");
    expect((await listMatchProposals(office.context)).proposals).toEqual([]);
    await undo(office.context, { id: undoStepId }, booksUndoHandlers);
    const { undo_step: _, ...after } = await dumpRows(office);
    const { undo_step: __, ...was } = before;
    expect(after).toEqual(was);
  });

  it("remembers the decision when the file is undone and comes again", async () => {
    const { proposals } = await listMatchProposals(office.context);
    await decideMatch(office.context, { key: proposals[0]?.key as string, same: true });
    await undoImport(office.context, { importId: 2 });
    const preview = await office.bring([
      list("crm.csv", ["FITTSPORT B.V.;;", "Belgium Bouncer;;", "Heel Iemand Anders;12345678;"]),
    ]);
    expect(preview.files[0]?.changes).toMatchObject({ matchedCustomers: 2, proposals: [] });
    expect(await names(office)).not.toContain("Belgium Bouncer");
  });

  it("takes a decision in the preview along", async () => {
    const other = await openOffice(office.database);
    await other.bring([sample(exact)]);
    const preview = await other.preview([list("crm.csv", ["Belgium Bouncer;;"])]);
    const key = preview.files[0]?.changes?.proposals[0]?.key as string;
    await other.desk.confirmPreview(other.context, {
      id: preview.id,
      answers: [{ file: "crm.csv", matches: { [key]: true } }],
    });
    await other.desk.settled(other.context, preview.id);
    expect(await names(other)).not.toContain("Belgium Bouncer");
    expect((await listMatchProposals(other.context)).proposals).toEqual([]);
  });

  it("forgets a proposal that a person refuses, also for the next file", async () => {
    const other = await openOffice(office.database);
    await other.bring([sample(exact)]);
    await other.bring([list("crm.csv", ["Belgium Bouncer;;"])]);
    const { proposals } = await listMatchProposals(other.context);
    await decideMatch(other.context, { key: proposals[0]?.key as string, same: false });
    await undoImport(other.context, { importId: 2 });
    const again = await other.bring([list("crm2.csv", ["Belgium Bouncer;;", "Nog Een;;"])]);
    expect(again.files[0]?.changes).toMatchObject({ proposals: [], newCustomers: 2 });
  });
});
