/** Written by `npm run golden` from the migrated database. */
// biome-ignore lint/suspicious/noExplicitAny: replaced by the generated tables
export type Tables = Record<string, any>;
