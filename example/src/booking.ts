import type { Transaction } from "./firm.ts";

/** A booking that has no number in its journal yet, unless it brings its own. */
export type Draft = Omit<Transaction, "number"> & { readonly number?: string };
