export { readCamt053 } from "./bank/read-camt053.ts";
export { chooseReader, type ReaderChoice } from "./choose-reader.ts";
export { normaliseEmail, readEmail } from "./identifier/email.ts";
export { firmDomain, registrableDomain } from "./identifier/email-domain.ts";
export { normaliseIban } from "./identifier/iban.ts";
export { normaliseKvk, readKvk } from "./identifier/kvk.ts";
export { normaliseLei } from "./identifier/lei.ts";
export { normaliseOin } from "./identifier/oin.ts";
export { normalisePhone } from "./identifier/phone.ts";
export { normalisePostcode } from "./identifier/postcode.ts";
export type { Reading } from "./identifier/reading.ts";
export { normaliseVatId, readVatId } from "./identifier/vat-id.ts";
export { readInvoice } from "./invoice/read-invoice.ts";
export { type ArchiveOptions, readInvoiceArchive } from "./invoice/read-invoice-archive.ts";
export { readInvoicePdf } from "./invoice/read-invoice-pdf.ts";
export { minorUnitExponent } from "./money/currency.ts";
export { formatMinor, parseDecimal } from "./money/decimal.ts";
export type { Place, Problem, Severity } from "./problem.ts";
export { type ProblemCode, problemCodes } from "./problem-code.ts";
export { type ReadFileOptions, readFile } from "./read-file.ts";
export {
  type Administration,
  accepted,
  type Format,
  type Reader,
  type ReadOptions,
  type ReadResult,
} from "./reader.ts";
export { recognise } from "./recognise.ts";
export type * from "./record.ts";
export { type Source, sourceFromBytes } from "./source.ts";
export type { Conventions } from "./table/convention.ts";
export {
  type ColumnDescription,
  describeTable,
  type TableDescription,
} from "./table/describe-table.ts";
export {
  fields as tableFields,
  requiredFields as requiredTableFields,
  type Subject as TableSubject,
  type TableMapping,
} from "./table/field.ts";
export { neutraliseFormula } from "./table/neutralise-formula.ts";
export type { SheetDescription } from "./table/open-table.ts";
export type { OutputColumn, OutputRow, OutputRows } from "./table/output-column.ts";
export type { VatTreatment } from "./table/plan.ts";
export type { TableOptions } from "./table/process-table.ts";
export type { TableQuestion } from "./table/question.ts";
export { type ReadTableOptions, readTable, type TableReadResult } from "./table/read-table.ts";
export { type CsvOptions, writeCsv } from "./table/write-csv.ts";
export { writeXlsx } from "./table/write-xlsx.ts";
export { readXaf } from "./xaf/read-xaf.ts";
export { type PartOfBooks, readXafParts } from "./xaf/read-xaf-parts.ts";
export { type SplitPart, splitPart } from "./xaf/split-part.ts";
export { type NewZipEntry, writeZip } from "./zip/write-zip.ts";
