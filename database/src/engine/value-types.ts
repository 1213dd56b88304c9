import type { CustomTypesConfig } from "pg";
import pg from "pg";

// Numbers of PostgreSQL's own types (pg_type.dat): they never change.
const int8 = 20;
const date = 1082;
const timestamp = 1114;
const int8Array = 1016;
const numericArray = 1231;
const dateArray = 1182;

const asText = (value: string) => value;
const textArray = pg.types.getTypeParser(1009 as number) as (value: string) => string[];

/**
 * What a value of the database is in TypeScript, for every query of Koers: int8 a bigint, numeric a
 * decimal string, date a 'YYYY-MM-DD' string (a calendar day has no instant), timestamptz a Date.
 */
const parsers = new Map<number, (value: string) => unknown>([
  [int8, BigInt],
  [int8Array, (value) => textArray(value).map((item) => (item === null ? null : BigInt(item)))],
  [numericArray, textArray],
  [date, asText],
  [dateArray, textArray],
  // Without a zone it is no instant; the driver would read it in the zone of this machine.
  [timestamp, asText],
]);

export const valueTypes: CustomTypesConfig = {
  getTypeParser(type: number, format?: "text" | "binary") {
    const parser = format === "binary" ? undefined : parsers.get(type);
    return parser ?? pg.types.getTypeParser(type, format);
  },
};
