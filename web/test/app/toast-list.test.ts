import fc from "fast-check";
import { expect, test } from "vitest";
import { isUndoKey, lastUndoable, type Toast, withToast } from "#app/toast-list.ts";

const toast = fc.record(
  { id: fc.integer(), text: fc.string(), undoStepId: fc.string({ minLength: 1 }) },
  { requiredKeys: ["id", "text"] },
) as fc.Arbitrary<Toast>;

test("the newest comes last and at most three stay", () => {
  fc.assert(
    fc.property(fc.array(toast), toast, (before, next) => {
      const after = withToast(before, next);
      expect(after.at(-1)).toBe(next);
      expect(after.length).toBe(Math.min(3, before.length + 1));
    }),
  );
});

test("undo takes back the last thing that can be taken back", () => {
  const done = { id: 1, text: "Merged.", undoStepId: "a" };
  const later = { id: 2, text: "Removed.", undoStepId: "b" };
  const said = { id: 3, text: "Saved." };
  expect(lastUndoable([done, later, said])).toBe(later);
  expect(lastUndoable([said])).toBeUndefined();
  expect(lastUndoable([])).toBeUndefined();
});

test("the key is Z, not another letter made with Alt", () => {
  expect(isUndoKey({ key: "z", altKey: false })).toBe(true);
  expect(isUndoKey({ key: "Z", altKey: false })).toBe(true);
  expect(isUndoKey({ key: "z", altKey: true })).toBe(false);
  expect(isUndoKey({ key: "y", altKey: false })).toBe(false);
});
