import type { ReaderName, Readers } from "@koers/business";

export type Source = Parameters<Readers["chooseReader"]>[0];

/** A file as another thread can open it. */
export type StoredSource = Pick<Source, "name" | "size"> & { readonly path: string };

type WithoutFunctions<Options> = Omit<Options, "emit" | "onProgress" | "signal">;
type OptionsOf<Name extends "describeTable" | "read"> = WithoutFunctions<
  Parameters<Readers[Name]>[Name extends "read" ? 2 : 1]
>;

/** What the reading thread is asked; one thing at a time. */
export type ReadingRequest =
  | { readonly what: "chooseReader" | "splitPart"; readonly source: StoredSource }
  | {
      readonly what: "describeTable";
      readonly source: StoredSource;
      readonly options: OptionsOf<"describeTable">;
    }
  | {
      readonly what: "read";
      readonly reader: ReaderName;
      readonly sources: readonly StoredSource[];
      readonly options: OptionsOf<"read">;
    };

/** What it answers: records, each batch until it was taken, and at last one result or fault. */
export type ReadingAnswer =
  | { readonly records: Parameters<Parameters<Readers["read"]>[2]["emit"]>[0] }
  | { readonly progress: number }
  | { readonly result: unknown }
  | { readonly fault: { readonly name: string } };
