import { strToU8, Zip, ZipDeflate } from "fflate";
import { calendarDate } from "./date-text.ts";
import type { OutputColumn, OutputRows } from "./output-column.ts";
import { cellReference } from "./workbook/cell-reference.ts";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageNames = "http://schemas.openxmlformats.org/package/2006";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const mime = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const contentTypes = `${head}<Types xmlns="${packageNames}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${mime}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${mime}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${mime}.styles+xml"/></Types>`;
const packageRelations = `${head}<Relationships xmlns="${packageNames}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const workbookRelations = `${head}<Relationships xmlns="${packageNames}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`;
/** Cell styles: 0 plain, 1 date, 2 text, 3 header. */
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

/** Text that XML can hold: its five signs escaped, control characters in Office's `_x0001_` form. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/_x[0-9A-Fa-f]{4}_/g, (match) => `_x005F${match}`)
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (character) => {
      const code = character.charCodeAt(0);
      if (code === 9 || code === 10 || (code >= 127 && code < 160)) return character;
      return `_x${code.toString(16).padStart(4, "0").toUpperCase()}_`;
    })
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function textCell(reference: string, text: string, style: number): string {
  const cut = text.slice(0, 32_767);
  return `<c r="${reference}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(cut)}</t></is></c>`;
}

/** Days since 30 December 1899, for dates after February 1900; undefined for a text that is no date. */
function serialOf(text: string): number | undefined {
  const [year, month, day] = text.split("-").map(Number);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < "1900-03-01") return undefined;
  if (calendarDate(year ?? 0, month ?? 0, day ?? 0) !== text) return undefined;
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day) / 86_400_000 + 25_569;
}

function cellOf(value: string, column: OutputColumn, reference: string): string {
  if (column.kind === "date") {
    const serial = serialOf(value);
    if (serial !== undefined) return `<c r="${reference}" s="1"><v>${serial}</v></c>`;
  }
  // A spreadsheet keeps fifteen digits; a longer number would come back as another one.
  const digits = value.replace(/^-?0*\.?0*|\./g, "").length;
  if (column.kind === "number" && /^-?\d+(?:\.\d+)?$/.test(value) && digits <= 15)
    return `<c r="${reference}"><v>${value}</v></c>`;
  return textCell(reference, value, 2);
}

/** A name that a spreadsheet accepts for a sheet: at most 31 characters, none of `[]:*?/\`. */
function sheetName(name: string): string {
  const allowed = name
    .replace(/[[\]:*?/\\]/g, " ")
    .replace(/^'+|'+$/g, "")
    .trim()
    .slice(0, 31);
  return allowed === "" ? "Koers" : allowed;
}

/**
 * Writes a table as a workbook of one sheet, in pieces. Texts are written as texts, whatever they begin
 * with, so none can run as a formula; numbers as numbers, dates as dates. Rows beyond what a worksheet holds
 * (1,048,575 under the header) throw a RangeError.
 */
export async function* writeXlsx(
  name: string,
  columns: readonly OutputColumn[],
  rows: OutputRows,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    if (chunk.length > 0) ready.push(chunk);
  });
  const add = (part: string) => {
    const entry = new ZipDeflate(part, { level: 6 });
    entry.mtime = "2000-01-01T00:00:00";
    zip.add(entry);
    return entry;
  };
  const whole = (part: string, text: string) => add(part).push(strToU8(text), true);
  whole("[Content_Types].xml", contentTypes);
  whole("_rels/.rels", packageRelations);
  whole("xl/_rels/workbook.xml.rels", workbookRelations);
  whole("xl/styles.xml", styles);
  whole(
    "xl/workbook.xml",
    `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  const sheet = add("xl/worksheets/sheet1.xml");
  const letters = columns.map((_, index) => cellReference(index + 1, 1).slice(0, -1));
  let text = `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData><row r="1">`;
  for (const [index, column] of columns.entries())
    text += textCell(`${letters[index]}1`, column.header, 3);
  text += "</row>";
  let number = 1;
  for await (const row of rows) {
    if (++number > 1_048_576) throw new RangeError("a worksheet holds 1,048,576 rows");
    text += `<row r="${number}">`;
    for (const [index, column] of columns.entries()) {
      const value = row[index];
      if (value !== null && value !== undefined && value !== "")
        text += cellOf(value, column, `${letters[index]}${number}`);
    }
    text += "</row>";
    if (text.length < 65_536) continue;
    sheet.push(strToU8(text));
    text = "";
    const done = ready;
    ready = [];
    yield* done;
  }
  sheet.push(strToU8(`${text}</sheetData></worksheet>`), true);
  zip.end();
  yield* ready;
}
