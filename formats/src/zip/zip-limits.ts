/** What an archive may cost at most. Counted on the bytes that really come out, never on its headers. */
export type ZipLimits = {
  /** Entries in the whole archive. */
  readonly entries: number;
  /** Inflated bytes of all entries that are read, together. */
  readonly inflatedBytes: number;
  /** Inflated bytes of one entry. */
  readonly entryBytes: number;
  /** Inflated against the compressed bytes used so far, per entry; looked at after a megabyte. */
  readonly ratio: number;
};

/** A workbook: a few dozen parts, one of them big. */
export const workbookLimits: ZipLimits = {
  entries: 2_000,
  inflatedBytes: 200_000_000,
  entryBytes: 200_000_000,
  ratio: 200,
};

/** A folder of invoices: very many entries, each small. */
export const archiveLimits: ZipLimits = {
  entries: 100_000,
  inflatedBytes: 2_000_000_000,
  entryBytes: 100_000_000,
  ratio: 200,
};

/** Below this an entry may have any ratio: a short file of equal bytes hurts nobody. */
export const ratioFreeBytes = 1_000_000;
