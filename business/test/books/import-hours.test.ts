import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  listActivities,
  listPeopleRates,
  selfCheck,
  setActivityKind,
  setPersonRate,
  undoImport,
} from "../../src/books/index.ts";
import { dumpRows } from "./dump-rows.ts";
import { type Office, openOffice, sample, text } from "./office.ts";

const header = "Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,First Name,Last Name";

function hours(name: string, rows: readonly string[]) {
  return text(name, `${[header, ...rows].join("\n")}\n`);
}

const january = [
  "2024-01-30,Jansen BV,Site,S1,Ontwerp,idea,2.50,Yes,Anna,Smit",
  "2024-01-31,Jansen BV,Site,S1,Ontwerp,idea,2.50,Yes,Anna,Smit",
  "2024-01-31,Jansen BV,Site,S1,Ontwerp,idea,2.50,Yes,Anna,Smit",
];
const february = [
  "2024-02-01,Pieters,App,A1,Acquisitie,call,1.00,No,Bob,Bos",
  "2024-02-02,,Intern,I1,Overleg,week,1.50,No,Bob,Bos",
];

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.database.drop());

async function hoursOf(of: Office): Promise<Record<string, unknown>> {
  const dump = await dumpRows(of);
  const rows = (dump["customer_hour_month"] ?? []).map((row) => JSON.parse(row));
  const names = new Map(
    (dump["customer"] ?? [])
      .map((row) => JSON.parse(row))
      .map((row) => [row.customer_id, row.name]),
  );
  const hoursByName: Record<string, number> = {};
  for (const row of rows) {
    const name = names.get(row.customer_id) as string;
    hoursByName[name] = (hoursByName[name] ?? 0) + row.seconds / 3600;
  }
  return hoursByName;
}

describe("importing hours", () => {
  it("counts equal entries of one file as many times as they stand there", async () => {
    const preview = await office.bring([hours("q1.csv", [...january, ...february])]);
    expect(preview.results).toMatchObject([{ outcome: "imported" }]);
    expect(preview.files[0]?.activities).toEqual([
      { name: "Ontwerp", kind: "delivery", hours: "7.50" },
      { name: "Overleg", kind: "internal", hours: "1.50" },
      { name: "Acquisitie", kind: "selling", hours: "1.00" },
    ]);
    expect(await hoursOf(office)).toEqual({ "Jansen BV": 7.5, Pieters: 1 });
  });

  it("counts what two overlapping exports both hold once, and undoing one leaves the other whole", async () => {
    const before = await dumpRows(office);
    const march = "2024-03-01,Jansen BV,Site,S1,Ontwerp,idea,4.00,Yes,Anna,Smit";
    const preview = await office.bring([hours("feb-mar.csv", [...february, march])]);
    expect(preview.files[0]?.changes).toMatchObject({ newCustomers: 0, matchedCustomers: 2 });
    expect(await hoursOf(office)).toEqual({ "Jansen BV": 11.5, Pieters: 1 });
    await undoImport(office.context, { importId: 2 });
    expect(await dumpRows(office)).toEqual(before);

    await office.bring([hours("feb-mar.csv", [...february, march])]);
    await undoImport(office.context, { importId: 1 });
    expect(await hoursOf(office)).toEqual({ "Jansen BV": 4, Pieters: 1 });
  });

  it("lists activities and people, takes corrections and takes them back", async () => {
    const { activities } = await listActivities(office.context);
    expect(activities.map(({ key, kind, kindFrom }) => [key, kind, kindFrom])).toContainEqual([
      "acquisitie",
      "selling",
      "name",
    ]);
    await setActivityKind(office.context, { key: "acquisitie", kind: "delivery" });
    expect((await listActivities(office.context)).activities).toContainEqual({
      ...{ key: "acquisitie", name: "Acquisitie", kind: "delivery" },
      ...{ kindFrom: "by-hand", hours: "1.00" },
    });
    const { people } = await listPeopleRates(office.context);
    expect(people.map(({ name, costRate }) => [name, costRate])).toEqual([
      ["Anna Smit", null],
      ["Bob Bos", null],
    ]);
    await setPersonRate(office.context, { id: people[0]?.id as string, costRate: "45.50" });
    expect((await listPeopleRates(office.context)).people[0]?.costRate).toBe("45.50");
    await expect(listPeopleRates({ ...office.context, role: "manager" })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await selfCheck(office.context)).toEqual({ books: 0, differences: [] });
  });

  it.each([
    "exports/solidtime-clockify_time_entries_import_test_1.csv",
    "exports/solidtime-clockify_time_entries_import_test_5.csv",
    "exports/solidtime-harvest_time_entries_import_test_1.csv",
    "exports/solidtime-toggl_time_entries_import_test_1.csv",
    "exports/solidtime-toggl_time_entries_import_test_2.csv",
  ])("imports the sample %s and takes it back", async (path) => {
    const other = await openOffice(office.database);
    const empty = await dumpRows(other);
    const source = sample(path);
    let preview = await other.preview([source]);
    const asked = preview.files[0]?.problems.filter((problem) => problem.severity === "ask") ?? [];
    const answers = asked.map((problem) => ({
      file: source.name,
      conventions: {
        [problem.field as string]: problem.code === "DATE_AMBIGUOUS" ? "mdy" : "point",
      },
    }));
    if (answers.length > 0)
      preview = await other.desk.answerPreview(other.context, { id: preview.id, answers });
    expect(preview.files[0]).toMatchObject({ accepted: true, subject: "hours" });
    await other.desk.confirmPreview(other.context, { id: preview.id });
    const done = await other.desk.settled(other.context, preview.id);
    expect(done.results).toMatchObject([{ outcome: "imported", importId: 1 }]);
    await undoImport(other.context, { importId: 1 });
    const { table_mapping: remembered, ...rest } = await dumpRows(other);
    expect(rest).toEqual(empty);
    expect(remembered?.length ?? 0).toBe(answers.length > 0 ? 1 : 0);
  });
});
