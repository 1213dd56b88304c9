import { randomUUID } from "node:crypto";
import { operations } from "@koers/contract";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  activateException,
  approveException,
  createExceptionDraft,
  editExceptionDraft,
  endException,
  exceptionUndo,
  getException,
  listExceptions,
  markExceptionRead,
  refuseException,
  renewException,
  submitException,
} from "../../src/choice/index.ts";
import type { Context } from "../../src/context.ts";
import { undo } from "../../src/people/index.ts";
import { complete, office } from "./office.ts";

const day = 24 * 60 * 60 * 1000;

let firm: Awaited<ReturnType<typeof office>>;
let member: Context;
let manager: Context;
let owner: Context;
beforeEach(async () => {
  firm = await office();
  owner = await firm.person("owner");
  manager = await firm.person("manager");
  member = await firm.person("member");
});
afterEach(() => firm.database.drop());

const refused = (code: string) => ({ code });

/** A dossier that one asked for and another approved, and that has begun. */
async function active(): Promise<string> {
  const id = await firm.draft(member);
  await submitException(member, { id });
  await approveException(manager, { id, note: "Mits snel" });
  await activateException(manager, { id });
  return id;
}

test("a dossier goes from draft to its end, and its history tells who did what", async () => {
  const id = await active();
  const lessons = "Betaalt laat, vraagt veel.";
  await endException(owner, { id, outcome: "broken-off", lessons });
  const shown = await getException(member, { id });
  expect(operations.getException.output.parse(shown)).toEqual(shown);
  expect(shown).toMatchObject({ state: "ended", outcome: "broken-off", expired: false });
  expect(shown.content).toMatchObject(complete);
  expect(shown.history.map(({ command, by, note }) => [command, by, note])).toEqual([
    ["create", "member", null],
    ["submit", "member", null],
    ["approve", "manager", "Mits snel"],
    ["activate", "manager", null],
    ["end", "owner", null],
  ]);
  expect(shown.history.at(-1)).toMatchObject({ outcome: "broken-off", lessons });
  const audit = await firm.rows("audit_entry");
  expect(audit.map(({ action }) => action)).toEqual(
    ["create", "submit", "approve", "activate", "end"].map((command) => `exception.${command}`),
  );
  expect(JSON.stringify(audit.map(({ data }) => data))).not.toContain("Bakkerij");
});

describe("who asks does not decide", () => {
  test("also as owner, also after only editing it", async () => {
    const id = await firm.draft(member);
    await editExceptionDraft(owner, { id, content: { delivered: "Een kleine scan" } });
    await submitException(member, { id });
    for (const decide of [approveException, refuseException]) {
      await expect(decide(owner, { id, note: "Ik" })).rejects.toMatchObject(
        refused("exception-own-request"),
      );
    }
    expect((await getException(owner, { id })).possible).toEqual([]);
    expect((await getException(manager, { id })).possible).toEqual(["approve", "refuse"]);
    await refuseException(manager, { id, note: "Te duur" });
    await expect(approveException(manager, { id })).rejects.toMatchObject(
      refused("exception-state"),
    );
  });

  test("alone in the firm one waits 24 hours", async () => {
    await firm.database.drop();
    firm = await office();
    const alone = await firm.person("owner");
    const id = await firm.draft(alone);
    await submitException(alone, { id });
    firm.passTime(day - 1);
    await expect(approveException(alone, { id })).rejects.toMatchObject(
      refused("exception-too-early"),
    );
    firm.passTime(1);
    await approveException(alone, { id });
    expect((await getException(alone, { id })).state).toBe("approved");
  });

  test("of two who decide at the same moment, one does", async () => {
    const id = await firm.draft(member);
    await submitException(member, { id });
    const decided = await Promise.allSettled([
      approveException(manager, { id }),
      refuseException(owner, { id, note: "Nee" }),
      approveException(owner, { id }),
    ]);
    expect(decided.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await firm.rows("exception_event")).toHaveLength(3);
  });
});

test("the command line drafts, and does nothing else", async () => {
  const machine = firm.commandLine();
  const id = await firm.draft(machine);
  const forbidden = refused("forbidden");
  await expect(submitException(machine, { id })).rejects.toMatchObject(forbidden);
  await expect(editExceptionDraft(machine, { id, content: {} })).rejects.toMatchObject(forbidden);
  await expect(markExceptionRead(machine, { id })).rejects.toMatchObject(forbidden);
  await submitException(member, { id });
  for (const act of [
    () => approveException(machine, { id }),
    () => refuseException(machine, { id, note: "x" }),
    () => activateException(machine, { id }),
    () => endException(machine, { id, outcome: "learned", lessons: "x" }),
  ]) {
    await expect(act()).rejects.toMatchObject(forbidden);
  }
  expect((await getException(machine, { id })).state).toBe("submitted");
});

test("what lacks something is not submitted, and says what", async () => {
  const id = await firm.draft(member, { reason: "experience", delivered: "Scan" });
  expect((await getException(member, { id })).missing).toEqual([
    "excluded",
    "endsOn",
    "targetGroup",
    "learningQuestions",
  ]);
  await expect(submitException(member, { id })).rejects.toMatchObject(
    refused("exception-incomplete"),
  );
});

describe("a renewal", () => {
  test("is a dossier with its own review, which takes the place of the first when it starts", async () => {
    const first = await active();
    const { id } = await renewException(member, { id: first, content: {} });
    const draft = await getException(member, { id });
    expect(draft).toMatchObject({ state: "draft", renews: first, missing: ["endsOn"] });
    await expect(renewException(owner, { id: first, content: {} })).rejects.toMatchObject(
      refused("exception-renewal-open"),
    );
    await editExceptionDraft(member, { id, content: { endsOn: "2027-12-31" } });
    await submitException(member, { id });
    await approveException(owner, { id });
    expect((await getException(owner, { id: first })).state).toBe("active");
    await activateException(owner, { id });
    expect(await getException(owner, { id: first })).toMatchObject({
      state: "ended",
      outcome: "renewed",
    });
    expect((await getException(owner, { id })).state).toBe("active");
  });

  test("that is refused leaves the first as it is, to be ended or asked for again", async () => {
    const first = await active();
    const { id } = await renewException(member, { id: first, content: { endsOn: "2027-12-31" } });
    await submitException(member, { id });
    await refuseException(owner, { id, note: "Bracht niets" });
    await renewException(member, { id: first, content: {} });
    await endException(owner, { id: first, outcome: "learned", lessons: "Veel" });
    expect((await getException(owner, { id: first })).outcome).toBe("learned");
  });

  test("that starts after the first was ended leaves that end as it is", async () => {
    const first = await active();
    const { id } = await renewException(member, { id: first, content: { endsOn: "2027-12-31" } });
    await submitException(member, { id });
    await approveException(owner, { id });
    await endException(owner, { id: first, outcome: "learned", lessons: "Veel" });
    await activateException(owner, { id });
    expect((await getException(owner, { id: first })).outcome).toBe("learned");
  });

  test("is for what is active only", async () => {
    const id = await firm.draft(member);
    await expect(renewException(member, { id, content: {} })).rejects.toMatchObject(
      refused("exception-state"),
    );
  });
});

test("it is expired the day after its last, where the firm is", async () => {
  const id = await active();
  const expired = async () =>
    (await listExceptions(owner, {})).exceptions.map((one) => one.expired);
  firm.passTime(Date.parse("2027-05-31T21:59:59Z") - owner.now.getTime());
  expect(await expired()).toEqual([false]);
  // Midnight in Amsterdam, in summer.
  firm.passTime(1000);
  expect(await expired()).toEqual([true]);
  expect((await getException(owner, { id })).possible).toEqual(["end"]);
});

test("a receipt is of the dossier as it was read", async () => {
  const id = await firm.draft(member);
  await markExceptionRead(owner, { id });
  const read = async (who: Context) => (await listExceptions(who, {})).exceptions[0]?.read;
  expect([await read(owner), await read(manager)]).toEqual([true, false]);
  await submitException(member, { id });
  expect(await read(owner)).toBe(false);
  firm.passTime(1000);
  await markExceptionRead(manager, { id });
  await markExceptionRead(manager, { id });
  const { readers } = await getException(owner, { id });
  expect(readers.map(({ name, current }) => [name, current])).toEqual([
    ["manager", true],
    ["owner", false],
  ]);
});

describe("taking back", () => {
  test("an edit puts back what stood there, as an edit", async () => {
    const id = await firm.draft(member);
    const before = (await getException(member, { id })).content;
    const change = { reason: "experience", targetGroup: "Zorg", endsOn: null } as const;
    const { undoStepId } = await editExceptionDraft(member, { id, content: change });
    expect((await getException(member, { id })).content).toEqual({ ...before, ...change });
    await undo(member, { id: undoStepId }, exceptionUndo);
    const shown = await getException(member, { id });
    expect(shown.content).toEqual(before);
    expect(shown.history.map(({ command }) => command)).toEqual(["create", "edit", "edit"]);
    // Its history names what was put back, and nothing that was not touched.
    const changed = shown.history.map(({ fields }) => fields.toSorted());
    expect(changed.at(-1)).toEqual(["endsOn", "reason", "targetGroup"]);
  });

  test("a draft goes, until something was done with it", async () => {
    const { customerId } = firm;
    const made = await createExceptionDraft(member, { customerId, content: {} });
    await undo(member, { id: made.undoStepId }, exceptionUndo);
    expect(await firm.rows("exception_dossier")).toEqual([]);
    const kept = await createExceptionDraft(member, { customerId, content: complete });
    const edited = await editExceptionDraft(member, { id: kept.id, content: {} });
    await submitException(member, { id: kept.id });
    for (const { undoStepId } of [kept, edited]) {
      await expect(undo(member, { id: undoStepId }, exceptionUndo)).rejects.toMatchObject(
        refused("undo-not-possible"),
      );
    }
  });
});

test("what is stored of a dossier is what its history makes of it", async () => {
  await active();
  const renewed = await active();
  await renewException(member, { id: renewed, content: {} });
  const rows = await firm.rows("exception_dossier");
  expect(rows).toHaveLength(3);
  for (const row of rows) {
    const shown = await getException(owner, { id: row.dossier_id });
    expect(row.content).toEqual(shown.content);
    expect(row).toMatchObject({
      reason: shown.content.reason,
      ends_on: shown.content.endsOn,
      version: shown.history.length,
    });
  }
});

test("a dossier is for a customer that there is", async () => {
  await expect(
    createExceptionDraft(member, { customerId: randomUUID(), content: {} }),
  ).rejects.toMatchObject(refused("not-found"));
});
