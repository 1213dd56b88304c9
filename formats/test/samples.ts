import { resolve } from "node:path";

/** Where the sample files are; tests that need one are skipped when the folder is not there. */
export const samples: string = resolve(
  import.meta.dirname,
  "../..",
  process.env["KOERS_SAMPLES"] ?? "../shared/data",
);
