import type { Period } from "@koers/contract";
import { WrongUse } from "./wrong-use.ts";

const month = "\\d{4}-(?:0[1-9]|1[0-2])";
const forms = new RegExp(`^(?:(\\d{4})|(${month})|(${month})\\.\\.(${month}))$`);

/** `2016`, `2024-07` or `2024-07..2025-06`; nothing given leaves the choice to Koers. */
export function readPeriod(text: string | undefined): Period | Record<string, never> {
  if (text === undefined) return {};
  const [, year, single, from, to] = forms.exec(text) ?? [];
  if (year !== undefined) return { from: `${year}-01`, to: `${year}-12` };
  if (single !== undefined) return { from: single, to: single };
  if (from !== undefined && to !== undefined && from <= to) return { from, to };
  throw new WrongUse("period", { text });
}
