import { createPhrases } from "@koers/phrases";
import { expect, test } from "vitest";
import { waitingFor } from "../../../src/rooms/choice/waiting-for.ts";

const { t } = createPhrases("nl");
const owner = { role: "owner", hasAccount: true, peopleInFirm: 3 } as const;
const member = { ...owner, role: "member" } as const;
const guest = { ...owner, hasAccount: false } as const;
const submitted = { state: "submitted", possible: [], expired: false } as const;
const approved = { state: "approved", possible: [], expired: false } as const;

test("who may take the next step is told nothing", () => {
  expect(waitingFor({ ...submitted, possible: ["approve", "refuse"] }, owner)).toBeNull();
  expect(waitingFor({ ...approved, possible: ["activate", "end"] }, owner)).toBeNull();
  expect(waitingFor({ ...approved, state: "active", possible: ["end"] }, owner)).toBeNull();
  expect(waitingFor({ ...approved, state: "draft", possible: ["edit"] }, member)).toBeNull();
});

test("what is closed waits for nobody", () => {
  for (const state of ["refused", "ended"] as const) {
    expect(waitingFor({ ...submitted, state }, member)).toBeNull();
  }
});

test("who asked does not decide; alone in a firm, a day later", () => {
  expect(waitingFor(submitted, owner)).toBe("errors.exception-own-request");
  expect(waitingFor(submitted, { ...owner, peopleInFirm: 1 })).toBe("errors.exception-too-early");
  expect(waitingFor(submitted, { ...owner, peopleInFirm: undefined })).toBeNull();
});

test("a member is told who decides, and who goes on with a draft", () => {
  expect(waitingFor(submitted, member)).toBe("choice.waitsForDecision");
  expect(waitingFor(approved, member)).toBe("choice.waitsForManager");
  expect(waitingFor({ ...approved, state: "active" }, member)).toBe("choice.waitsForManager");
  expect(waitingFor({ ...approved, state: "draft" }, member)).toBe("choice.waitsForWriter");
});

test("what is approved and past its end date is not started", () => {
  const late = waitingFor({ ...approved, possible: ["end"], expired: true }, owner);
  expect(late).toBe("errors.exception-expired");
  expect(t(late ?? "shell.unknown")).toMatch(/^De einddatum van deze uitzondering is voorbij/);
});

test("a guest of the example is told that deciding takes an account", () => {
  expect(waitingFor(submitted, guest)).toBe("choice.waitsForAccount");
});
