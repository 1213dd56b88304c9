import type { BookRecord } from "#record.ts";
import type { Subject } from "../field.ts";
import { makeContact } from "./contact.ts";
import { makeHour } from "./hour.ts";
import { makeInvoice } from "./invoice.ts";
import { invoiceGroups } from "./invoice-groups.ts";
import { makeOpenItem } from "./open-item.ts";
import { makeProject } from "./project.ts";
import { makeRelation } from "./relation.ts";
import type { RowContext } from "./row-context.ts";

/** Turns rows into records; `end` gives what only the last row completes. */
export type RecordMaker = {
  take(row: RowContext): readonly BookRecord[];
  end(): readonly BookRecord[];
};

function oneByOne(make: (row: RowContext) => BookRecord | undefined): RecordMaker {
  return {
    take(row) {
      const record = make(row);
      return record === undefined ? [] : [record];
    },
    end: () => [],
  };
}

/** @param adjacent whether the rows of one invoice stand together */
export function recordMaker(subject: Subject, adjacent: boolean): RecordMaker {
  switch (subject) {
    case "customers":
      return oneByOne(makeRelation);
    case "contacts":
      return oneByOne(makeContact);
    case "projects":
      return oneByOne(makeProject);
    case "open-items":
      return oneByOne(makeOpenItem);
    case "hours":
      return oneByOne(makeHour);
    case "invoices":
      return oneByOne(makeInvoice);
    case "invoice-lines":
      return invoiceGroups(adjacent);
  }
}
