import type { AfterEdit } from "../people/index.ts";
import { refreshSums } from "./refresh-sums.ts";

/** The choices that sums were made with; the others only count when a page is read. */
function choicesInSums(organization: object): string {
  const { currency, settings } = organization as {
    readonly currency?: unknown;
    readonly settings?: { readonly paymentTermDays?: unknown };
  };
  return JSON.stringify([currency, settings?.paymentTermDays ?? null]);
}

/** Makes every sum again when the currency or the normal payment term changed. */
export const sumsAfterEdit: AfterEdit = async (transaction, context, before, after) => {
  if (choicesInSums(before) === choicesInSums(after)) return;
  await refreshSums(transaction, context, { customers: "all" });
};
