import { strToU8, Zip, ZipDeflate } from "fflate";
import { customerName, euros, sales } from "./sale.ts";

/** A workbook with so many invoice lines on one sheet: some 450 bytes each before it is packed. */
export function* xlsxOfLines(count: number): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const archive = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  for (const [name, text] of parts(count)) {
    const entry = new ZipDeflate(name, { level: 6 });
    archive.add(entry);
    for (const piece of text) {
      entry.push(strToU8(piece));
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  archive.end();
  yield* ready.splice(0);
}

const opening = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function parts(count: number): readonly (readonly [string, Iterable<string>])[] {
  return [
    [
      "[Content_Types].xml",
      [
        `${opening}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/></Types>`,
      ],
    ],
    [
      "_rels/.rels",
      [
        `${opening}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
    ],
    [
      "xl/workbook.xml",
      [
        `${opening}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Regels" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
    ],
    [
      "xl/_rels/workbook.xml.rels",
      [
        `${opening}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ],
    ],
    ["xl/worksheets/sheet1.xml", sheet(count)],
  ];
}

function* sheet(count: number): Generator<string> {
  yield `${opening}<worksheet xmlns="${main}"><sheetData>`;
  const text = (at: string, value: string) =>
    `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const row = (at: number, cells: string) => `<row r="${at}">${cells}</row>`;
  const headers = ["Factuurnummer", "Factuurdatum", "Klantnummer", "Klantnaam", "Nettobedrag"];
  yield row(1, headers.map((header, at) => text(`${"ABCDE"[at] ?? ""}1`, header)).join(""));
  for (const { number, date, customer, net } of sales(count)) {
    const at = number + 1;
    yield row(
      at,
      text(`A${at}`, `F${number}`) +
        text(`B${at}`, date) +
        text(`C${at}`, String(customer)) +
        text(`D${at}`, customerName(customer)) +
        `<c r="E${at}"><v>${euros(net)}</v></c>`,
    );
  }
  yield "</sheetData></worksheet>";
}
