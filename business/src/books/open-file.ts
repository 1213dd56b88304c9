import type { FileAnswer, FileReport, Subject } from "@koers/contract";
import type { Problem, ReadOptions, ReadResult, Source, TableSubject } from "@koers/formats";
import { type Readers, readersHere } from "./readers.ts";
import { type RememberedTable, tableAnswers, tableReport } from "./table-answers.ts";

export type { RememberedTable };

/** A file, or the parts of one, with all that is needed to read it as often as it takes. */
export type OpenedFile = {
  readonly name: string;
  readonly sources: readonly Source[];
  readonly size: number;
  readonly subject: Subject | null;
  readonly kind: "books" | "e-invoices" | "bank" | "table" | "none";
  readonly preset: string | null;
  readonly table: FileReport["table"];
  readonly tableSubject: TableSubject | null;
  /** What is wrong before anything was read as records; of a table all that there is. */
  readonly problems: readonly Problem[];
  readonly read: (options: ReadOptions) => Promise<ReadResult>;
};

export type OpenOptions = {
  readonly today: string;
  readonly answer?: FileAnswer | undefined;
  /** The currency of amounts that say none. */
  readonly currency?: string | undefined;
  /** How tables with these headers were read before. */
  readonly remembered?: (fingerprint: string) => Promise<RememberedTable | undefined>;
  readonly signal?: AbortSignal | undefined;
  readonly readers?: Readers | undefined;
};

/** Finds the reader of a file by its content and settles how it is read. */
export async function openFile(
  sources: readonly Source[],
  options: OpenOptions,
): Promise<OpenedFile> {
  const source = sources[0] as Source;
  const readers = options.readers ?? readersHere;
  const choice =
    sources.length > 1
      ? ({ reader: "xaf" } as const)
      : await readers.chooseReader(source, options.signal);
  const base = {
    name: source.name,
    sources,
    size: sources.reduce((size, part) => size + part.size, 0),
    preset: null,
    table: null,
    tableSubject: null,
    problems: [],
  };
  switch (choice.reader) {
    case "xaf":
      return {
        ...base,
        subject: "books",
        kind: "books",
        read: (read) => readers.read(sources.length > 1 ? "xaf-parts" : "xaf", sources, read),
      };
    case "invoice":
    case "invoice-pdf":
    case "invoice-archive":
      return {
        ...base,
        subject: "invoices",
        kind: "e-invoices",
        read: (read) => readers.read(choice.reader, sources, read),
      };
    case "camt.053":
      return {
        ...base,
        subject: "payments",
        kind: "bank",
        read: (read) => readers.read("camt.053", sources, read),
      };
    case "table":
      return openTable(source, base, options);
    case "none": {
      const { problem } = choice;
      const read = async () => ({ format: "unknown", problems: [problem], totals: {} }) as const;
      return { ...base, subject: null, kind: "none", problems: [problem], read };
    }
  }
}

async function openTable(
  source: Source,
  base: Pick<OpenedFile, "name" | "sources" | "size">,
  { answer, currency, remembered, today, signal, readers = readersHere }: OpenOptions,
): Promise<OpenedFile> {
  const common = {
    today,
    ...(currency === undefined ? {} : { currency }),
    ...(answer?.sheet === undefined ? {} : { sheet: answer.sheet }),
    ...(signal === undefined ? {} : { signal }),
  };
  const first = await readers.describeTable(source, {
    ...common,
    ...tableAnswers(answer, undefined),
  });
  const known = await remembered?.(first.fingerprint);
  const answers = tableAnswers(answer, known);
  const description =
    known === undefined ? first : await readers.describeTable(source, { ...common, ...answers });
  return {
    ...base,
    subject: contractSubject(description.subject),
    kind: "table",
    preset: description.preset ?? null,
    tableSubject: description.subject ?? null,
    table: tableReport(description, answer, known !== undefined),
    problems: description.problems,
    read: (options) => readers.read("table", [source], { ...options, ...common, ...answers }),
  };
}

function contractSubject(subject: TableSubject | undefined): Subject | null {
  if (subject === undefined) return null;
  return subject === "invoice-lines" ? "invoices" : subject;
}
