import { formatMinor } from "../money/decimal.ts";
import type { Problem } from "../problem.ts";
import { problemList } from "../problem-list.ts";
import type { Reader, ReadOptions, ReadResult } from "../reader.ts";
import type { BookRecord } from "../record.ts";
import { refusal } from "../refusal.ts";
import type { Source } from "../source.ts";
import { readXml, type XmlHandlers } from "../xml/read-xml.ts";
import { splitPart } from "./split-part.ts";
import { readAdministration } from "./xaf-administration.ts";
import type { XafContext } from "./xaf-context.ts";
import { checkControls } from "./xaf-control.ts";
import { createFieldReader } from "./xaf-field.ts";
import { readMasters } from "./xaf-masters.ts";
import { readOpeningBalance } from "./xaf-opening-balance.ts";
import { createXafPlan } from "./xaf-plan.ts";
import { createReferences } from "./xaf-references.ts";
import { readRoot } from "./xaf-root.ts";
import { readSubledgers } from "./xaf-subledger.ts";
import { readTransactions } from "./xaf-transactions.ts";
import { formatByElement } from "./xaf-version.ts";
import { createXafWalk } from "./xaf-walk.ts";

const recordsAtOnce = 300;

/**
 * Reads an XML audit file (XAF 2, 3.1, 3.2, 4.0) by streaming: accounts, relations, journals,
 * transactions and subledger lines as they come, control totals recomputed and compared at the end.
 * A part of a split export is refused with `SPLIT_PART_MISSING`; see `readXafParts`.
 */
export const readXaf: Reader = async (source, options) => {
  const part = await splitPart(source);
  const books = createBooks(options);
  const read = await books.read(source, options.onProgress);
  const problems = read.complete ? [...read.problems, ...(await books.finish())] : read.problems;
  const alone = part !== undefined && (part.certain || !read.complete || books.isHalf());
  if (!alone) return books.result(problems, read.encoding);
  const others = problems.filter(({ code }) => code !== "SPLIT_PART_MISSING");
  return books.result([partMissing(part.index, part.count), ...others], read.encoding);
};

/** The problem of a part that is read without its fellows. */
export function partMissing(index: number, count: number | undefined): Problem {
  const others = Array.from({ length: count ?? Math.max(index, 2) }, (_, at) => at + 1);
  const found = count === undefined ? String(index) : `${index}/${count}`;
  return {
    code: "SPLIT_PART_MISSING",
    severity: "refuse",
    place: { line: 1 },
    field: "auditfile",
    found,
    expected: others.filter((other) => other !== index).join(", "),
  };
}

/** One set of books, read from one file or from several that belong together. */
export function createBooks({ emit, signal }: ReadOptions) {
  const problems = problemList();
  const plans = createXafPlan();
  let batch: BookRecord[] = [];
  const context: XafContext = {
    plans,
    problems,
    fields: createFieldReader(problems),
    accounts: createReferences("UNKNOWN_ACCOUNT", "accID"),
    relations: createReferences("UNKNOWN_RELATION", "custSupID"),
    administration: {},
    controls: [],
    counts: { relations: 0, transactions: 0, lines: 0 },
    format: undefined,
    emit: (record) => {
      batch.push(record);
    },
  };
  const walk = createXafWalk(plans.auditfile, problems, (name, attributes, cursor) => {
    const root = readRoot(name, attributes, cursor);
    context.format ??= root.format;
    for (const problem of root.problems) {
      if (problem.severity === "refuse") throw refusal(problem);
      problems.add(problem);
    }
  });
  readAdministration(context);
  const masters = readMasters(context);
  readOpeningBalance(context);
  const transactions = readTransactions(context);
  readSubledgers(context);

  const handlers: XmlHandlers = {
    open(name, attributes, cursor) {
      context.format ??= formatByElement(name);
      walk.handlers.open(name, attributes, cursor);
    },
    close: walk.handlers.close,
    async afterPiece() {
      if (batch.length >= recordsAtOnce) await flush();
    },
  };

  async function flush(): Promise<void> {
    const full = batch;
    batch = [];
    if (full.length > 0) await emit(full);
  }

  return {
    /** Reads one file into the books; its problems are those of the XML, repairs first. */
    async read(source: Source, onProgress?: (bytes: number) => void) {
      walk.restart();
      return readXml(source, handlers, { signal, onProgress });
    },
    /** To be called once, when all files were read to their end. */
    async finish(): Promise<readonly Problem[]> {
      masters.finish();
      transactions.finish();
      walk.finish();
      checkControls(context.controls, problems, context.format);
      context.accounts.report(problems);
      context.relations.report(problems);
      await flush();
      return problems.toArray();
    },
    /** True for master data without bookings, or bookings without any account. */
    isHalf(): boolean {
      return (context.counts.lines === 0) !== (context.accounts.size === 0);
    },
    result(found: readonly Problem[], encoding: string | undefined): ReadResult {
      const { controls, counts, administration, format } = context;
      const booked = controls.filter(({ section }) => section === "transactions");
      const sum = (side: "debit" | "credit") =>
        formatMinor(
          booked.reduce((total, control) => total + control[side], 0n),
          2,
        );
      return {
        format: format ?? "xaf-3.2",
        problems: found,
        administration,
        ...(encoding === undefined ? {} : { encoding }),
        totals: { ...counts, totalDebit: sum("debit"), totalCredit: sum("credit") },
      };
    },
  };
}
