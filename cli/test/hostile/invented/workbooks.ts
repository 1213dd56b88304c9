import { cases, type Invented } from "./mutation.ts";
import { type ZipPart, zipFile } from "./zip-file.ts";

const head = '<?xml version="1.0"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const mime = "application/vnd.openxmlformats-officedocument.spreadsheetml";

type Parts = Readonly<Record<string, string>>;

const text = (value: string) =>
  `<c t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
const plain = (value: string) => `<c><v>${value}</v></c>`;
const rows = (...of: readonly string[]) =>
  `${head}<worksheet xmlns="${main}"><sheetData>${of.map((cells) => `<row>${cells}</row>`).join("")}</sheetData></worksheet>`;
const headers = `<c t="s"><v>0</v></c><c t="s"><v>1</v></c>`;
const sheet = (...of: readonly string[]) => rows(headers, ...of);

const good: Parts = {
  "[Content_Types].xml": `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${mime}.sheet.main+xml"/></Types>`,
  "_rels/.rels": `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr/><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  "xl/sharedStrings.xml": `${head}<sst xmlns="${main}"><si><t>klant</t></si><si><t>bedrag</t></si></sst>`,
  "xl/styles.xml": `${head}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  "xl/worksheets/sheet1.xml": sheet(text("Café Zoë") + plain("1234.56")),
};

function parts(changes: Readonly<Record<string, string | undefined>> = {}): ZipPart[] {
  return Object.entries({ ...good, ...changes }).flatMap(([name, content]) =>
    content === undefined ? [] : [{ name, bytes: new TextEncoder().encode(content) }],
  );
}

const book = (changes: Parameters<typeof parts>[0] = {}) => zipFile(parts(changes));
const withSheet = (content: string) => book({ "xl/worksheets/sheet1.xml": content });
const number = (written: string) =>
  [`number ${written.slice(0, 30)}`, withSheet(sheet(text("A") + plain(written)))] as const;
const more = (...extra: readonly ZipPart[]) => zipFile([...parts(), ...extra]);
const extra = (name: string, size = 3): ZipPart => ({ name, bytes: new Uint8Array(size) });
const tampered = (change: Partial<ZipPart>) =>
  zipFile(
    parts().map((part) => (part.name.endsWith("sheet1.xml") ? { ...part, ...change } : part)),
  );

const shared = (more: string) =>
  book({
    "xl/sharedStrings.xml": good["xl/sharedStrings.xml"]?.replace("</sst>", `${more}</sst>`),
  });
/** Packs too badly for the ratio of a bomb. */
const long = Array.from({ length: 300_000 }, (_, at) => (at * 7_919).toString(36)).join("-");

const kind = { prefix: "workbook", extension: "xlsx" };

/** Workbooks of the kinds that mislead, beside those of the samples. */
export function inventedWorkbooks(): readonly Invented[] {
  const whole = Buffer.from(book());
  const bomb = new TextEncoder().encode(sheet(text("a".repeat(12_000_000)) + plain("1")));
  return [
    ...cases({ ...kind, sum: "1.00" }, "accept", "OK", [
      ["NUL in a name", withSheet(sheet(text("Caf_x0000_é") + plain("1")))],
      ["half a letter in a name", withSheet(sheet(text("Caf_xD83D_é") + plain("1")))],
    ]),
    ...cases({ ...kind, sum: "1234.56" }, "accept", "OK", [
      ["as it is", whole],
      ["folder entries", more({ name: "xl/empty/", bytes: new Uint8Array(0), method: 0 })],
      ["stored, not packed", zipFile(parts().map((part) => ({ ...part, method: 0 })))],
      [
        "target with a leading slash",
        book({
          "xl/_rels/workbook.xml.rels": good["xl/_rels/workbook.xml.rels"]?.replace(
            "worksheets/",
            "/xl/worksheets/",
          ),
        }),
      ],
      ["number as text", withSheet(sheet(text("A") + text("1.234,56")))],
      ["formula with its value", withSheet(sheet(text("A") + "<c><f>1+1</f><v>1234.56</v></c>"))],
      ["number with a power", withSheet(sheet(text("A") + plain("1.23456E3")))],
      [
        "sheet called toString",
        book({ "xl/workbook.xml": good["xl/workbook.xml"]?.replace("Blad1", "toString") }),
      ],
    ]),
    ...cases(kind, "refuse", "ZIP_PATH", [
      ["parent folder", more(extra("../../evil.txt"))],
      ["parent folder inside", more(extra("xl/../../evil.txt"))],
      ["backslashes", more(extra("..\\..\\evil.txt"))],
      ["drive", more(extra("C:\\evil.txt"))],
    ]),
    ...cases(kind, "refuse", "ZIP_DUPLICATE", [
      ["the sheet twice", zipFile([...parts(), parts()[6] as ZipPart])],
    ]),
    ...cases(kind, "refuse", "ZIP_SIZE_MISMATCH", [
      ["says it is smaller", tampered({ claimedSize: 10 })],
      ["says it is larger", tampered({ claimedSize: 100_000 })],
    ]),
    ...cases(kind, "refuse", "OK", [
      ["says it is 4 GB", tampered({ claimedSize: 0xffffffff })],
      ["another checksum", tampered({ claimedCrc: 1 })],
      ["encrypted", tampered({ encrypted: true })],
      ["packed in a way unknown", tampered({ method: 99 })],
      [
        "3,000 entries",
        more(...Array.from({ length: 3_000 }, (_, at) => extra(`xl/media/${at}.png`))),
      ],
      ["12 MB in one cell", tampered({ bytes: bomb })],
      ["a part that no one asked for is a bomb", more(extra("xl/media/image1.bmp", 40_000_000))],
      ...[22, 50, 200, 900].map((at) => [`cut at ${at}`, whole.subarray(0, at)] as const),
      ["end cut off", whole.subarray(0, whole.length - 22)],
      ["no sheet", book({ "xl/worksheets/sheet1.xml": undefined })],
      ["no relations", book({ "xl/_rels/workbook.xml.rels": undefined })],
      [
        "no sheets in the workbook",
        book({ "xl/workbook.xml": `${head}<workbook xmlns="${main}"><sheets/></workbook>` }),
      ],
      ["sheet that is not closed", withSheet(sheet(text("A") + plain("1")).slice(0, -30))],
      [
        "sheet with a doctype",
        withSheet(
          sheet(text("A") + plain("1")).replace(head, `${head}<!DOCTYPE a [<!ENTITY x "y">]>`),
        ),
      ],
      [
        "workbook with a doctype",
        book({
          "xl/workbook.xml": good["xl/workbook.xml"]?.replace(
            head,
            `${head}<!DOCTYPE a SYSTEM "http://127.0.0.1/">`,
          ),
        }),
      ],
      [
        "sheet 100 deep",
        withSheet(
          `${head}<worksheet xmlns="${main}">${"<a>".repeat(100)}${"</a>".repeat(100)}</worksheet>`,
        ),
      ],
      ["shared text 2", withSheet(sheet(`<c t="s"><v>2</v></c>${plain("1")}`))],
      ["shared text 1.5", withSheet(sheet(`<c t="s"><v>1.5</v></c>${plain("1")}`))],
      ["shared text without a number", withSheet(sheet(`<c t="s"><v>a</v></c>${plain("1")}`))],
      ["an error", withSheet(sheet(`${text("A")}<c t="e"><v>#REF!</v></c>`))],
      ["a formula without a value", withSheet(sheet(`${text("A")}<c><f>1+1</f></c>`))],
      [
        "a cell before the one before",
        withSheet(rows(`<c r="B1" t="s"><v>0</v></c><c r="A1" t="s"><v>1</v></c>`)),
      ],
      ["row 0", withSheet(sheet().replace("<row>", '<row r="0">'))],
      [
        "row 1048577",
        withSheet(
          sheet().replace("</sheetData>", '<row r="1048577"><c><v>1</v></c></row></sheetData>'),
        ),
      ],
      ["archive of archives", zipFile([{ name: "a.zip", bytes: whole }])],
      ["a letter called workbook", new TextEncoder().encode("PK dear sir")],
    ]),
    ...cases(kind, "refuse", "FIELD_TOO_LONG", [
      ["an attribute without end", shared(`<si x="${long}"><t>a</t></si>`)],
      ["a comment without end", shared(`<!--${long}-->`)],
      ["a text without end", shared(`<si><t>${long}</t></si>`)],
    ]),
    ...cases(
      kind,
      "refuse",
      "NUMBER_FORMAT",
      ["1e400", "-1e400", "INF", "0x10", "1.2.3", "1e", `${"9".repeat(30)}`].map(number),
    ),
    ...cases(kind, "accept-or-refuse", "OK", [
      ["a truth value as an amount", withSheet(sheet(`${text("A")}<c t="b"><v>1</v></c>`))],
      ["a date as an amount", withSheet(sheet(`${text("A")}<c s="1"><v>45688</v></c>`))],
      ["a sheet of nothing", withSheet(rows())],
    ]),
    ...dates(),
  ];
}

/** Days as numbers, from 1900 and from 1904. */
function dates(): readonly Invented[] {
  const dated = (serial: string, from1904 = false) =>
    book({
      "xl/sharedStrings.xml": `${head}<sst xmlns="${main}"><si><t>klant</t></si><si><t>datum</t></si></sst>`,
      "xl/worksheets/sheet1.xml": sheet(`${text("A")}<c s="1"><v>${serial}</v></c>`),
      ...(from1904
        ? {
            "xl/workbook.xml": good["xl/workbook.xml"]?.replace(
              "<workbookPr/>",
              '<workbookPr date1904="1"/>',
            ),
          }
        : {}),
    });
  return [
    ...cases(kind, "accept", "OK", [
      ["day 45688", dated("45688")],
      ["day 44226 from 1904", dated("44226", true)],
    ]),
    ...cases(kind, "refuse", "DATE_FORMAT", [
      ["day -1", dated("-1")],
      ["day 99999999", dated("99999999")],
    ]),
    ...cases(kind, "accept-or-refuse", "DATE_FORMAT", [
      ["day 60, that never was", dated("60")],
      ["day 0", dated("0")],
    ]),
  ];
}
