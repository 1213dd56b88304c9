import type { Client, InputOf, OutputOf } from "@koers/contract";

/** A Koers to ask: the server that runs on the data folder, or one in this process. */
export type Connection = {
  readonly call: Client;
  /** Hands over a file by its path. */
  readonly upload: (path: string) => Promise<Uploaded>;
  /** How a preview goes on, until it rests. */
  readonly watch: (id: string, signal: AbortSignal) => AsyncIterable<OutputOf<"getPreview">>;
  readonly download: <Id extends "exportPortfolio" | "exportOrganization">(
    id: Id,
    input: InputOf<Id>,
  ) => Promise<Download>;
  /** What follows is about this organisation. */
  readonly useOrganization: (id: string) => void;
  readonly close: () => Promise<void>;
};

export type Uploaded = { readonly uploadId: string; readonly name: string };

export type Download = {
  readonly fileName: string;
  readonly content: AsyncIterable<Uint8Array>;
};
