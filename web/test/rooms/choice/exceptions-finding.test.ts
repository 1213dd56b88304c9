import { createPhrases } from "@koers/phrases";
import { expect, test } from "vitest";
import { alarmsFirst, exceptionsFinding } from "../../../src/rooms/choice/exceptions-finding.ts";

const en = createPhrases("en");
const nl = createPhrases("nl");
const running = { id: "1", state: "active", expired: false } as const;
const late = { id: "2", state: "active", expired: true } as const;
const waiting = { id: "4", state: "submitted", expired: false } as const;
const draft = { id: "3", state: "draft", expired: false } as const;

test("an alarm is said before anything else", () => {
  expect(exceptionsFinding(nl, [running, waiting, late, draft])).toBe(
    "1 uitzondering is voorbij de einddatum",
  );
  expect(exceptionsFinding(en, [late, late])).toBe("2 exceptions are past their end date");
});

test("what waits for a decision comes before what runs", () => {
  expect(exceptionsFinding(nl, [running, waiting])).toBe("1 uitzondering wacht op een besluit");
});

test("without an alarm it says how many run, and that none does", () => {
  expect(exceptionsFinding(nl, [running, draft])).toBe("Er loopt 1 uitzondering");
  expect(exceptionsFinding(nl, [running, running])).toBe("Er lopen 2 uitzonderingen");
  expect(exceptionsFinding(en, [draft])).toBe("No exception is running");
});

test("alarms come first, and the rest keeps its order", () => {
  const sorted = alarmsFirst([draft, running, late]);
  expect(sorted.map(({ id }) => id)).toEqual(["2", "3", "1"]);
});
