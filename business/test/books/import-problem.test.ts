import { fileProblemCodes } from "@koers/contract";
import { problemCodes } from "@koers/formats";
import { expect, it } from "vitest";
import { importProblemCodes } from "../../src/books/import-problem.ts";

it("lists every code of a reader and of the import in the contract, and no others", () => {
  expect([...fileProblemCodes].toSorted()).toEqual(
    [...problemCodes, ...importProblemCodes].toSorted(),
  );
});
