import { z } from "zod";

/** An amount as a decimal string in the currency said beside it, such as `"-1234.50"`. Never a float. */
export const Amount = z.string().regex(/^-?\d+(\.\d{1,4})?$/);
export type Amount = z.infer<typeof Amount>;

/** An exact ratio is kept as its two whole parts, so that a page can show what it was made of. */
export const Ratio = z.object({ numerator: Amount, denominator: Amount });

/** ISO 4217. */
export const Currency = z.string().regex(/^[A-Z]{3}$/);

/** A calendar day, `YYYY-MM-DD`. */
export const Day = z.iso.date();

/** A calendar month, `YYYY-MM`, from 1900 on: no books are older. */
export const Month = z.string().regex(/^(19|2\d)\d{2}-(0[1-9]|1[0-2])$/);

/** From the first through the last month, both included. */
export const Period = z.object({ from: Month, to: Month });
export type Period = z.infer<typeof Period>;
