import type { Field } from "../element/element.ts";
import type { Format } from "../reader.ts";
import type { Party } from "../record.ts";

/** What an invoice says, in the words of neither UBL nor CII, before anything is checked or signed. */
export type InvoiceDraft = {
  readonly format: Format;
  readonly line: number;
  /** The specification the document says it follows (BT-24). */
  readonly guideline?: string;
  readonly number?: Field;
  readonly typeCode?: Field;
  readonly currency?: Field;
  readonly issueDate?: DateField;
  readonly dueDate?: DateField;
  readonly totals: TotalFields;
  /** One per currency: the VAT in the document's, and perhaps in the seller's books' currency. */
  readonly taxes: readonly TaxFields[];
  readonly allowances: readonly AllowanceDraft[];
  readonly seller?: Party;
  readonly buyer?: Party;
  readonly precedingInvoices: readonly string[];
  readonly project?: string;
  readonly lines: readonly LineDraft[];
  /** Elements that may stand once and stand more often: which one counts cannot be known. */
  readonly repeated: readonly Field[];
};

/** A date and how it is written: `2025-01-31`, or `20250131` in CII. */
export type DateField = Field & { readonly form: "extended" | "compact" };

export type TotalFields = {
  readonly lines?: Field;
  readonly allowances?: Field;
  readonly charges?: Field;
  readonly net?: Field;
  readonly gross?: Field;
  readonly prepaid?: Field;
  readonly rounding?: Field;
  readonly payable?: Field;
};

export type TaxFields = { readonly total: Field; readonly categories: readonly Field[] };

/** A discount or a charge on the whole document. */
export type AllowanceDraft = {
  readonly line: number;
  readonly charge: boolean;
  readonly amount?: Field;
  readonly reason?: string;
};

export type LineDraft = {
  readonly line: number;
  readonly number?: string;
  readonly description?: string;
  readonly item?: string;
  readonly net?: Field;
  readonly quantity?: Field;
  readonly unitPrice?: Field;
  /** Discounts on this line (not charges). */
  readonly discounts: readonly Field[];
  readonly project?: string;
  readonly repeated: readonly Field[];
};
