import { cases, type Invented, utf16, utf32 } from "./mutation.ts";

const kind = { prefix: "list", extension: "csv" };
const sum = (value: string) => ({ ...kind, sum: value });
const header = "klant;naam;datum;bedrag;e-mail";
const list = (...rows: readonly string[]) => `${[header, ...rows].join("\n")}\n`;
const row = (changes: Partial<Record<"id" | "name" | "date" | "amount", string>> = {}) => {
  const { id = "C001", name = "Café Zoë", date = "31-01-2025", amount = "1.234,56" } = changes;
  return `${id};${name};${date};${amount};a@example.nl`;
};
const two = list(row(), row({ id: "C002", name: "Bakker", amount: "-12,50" }));
const amount = (written: string) =>
  [`amount ${written.slice(0, 24)}`, list(row({ amount: written }))] as const;
const date = (written: string) => [`date ${written}`, list(row({ date: written }))] as const;

/** Text without a letter outside of ASCII in one of the old encodings. */
function bytesOf(text: string, letters: Readonly<Record<string, number>>): Uint8Array {
  return Uint8Array.from(text, (letter) => letters[letter] ?? letter.charCodeAt(0));
}

/** Tables as text of the kinds that mislead, beside those of the samples. */
export function inventedLists(): readonly Invented[] {
  return [
    ...cases(sum("1222.06"), "accept", "OK", [
      ["as it is", two],
      [
        "commas with quotes",
        `klant,naam,datum,bedrag,e-mail\nC001,"Zoë, Café",31-01-2025,"1.234,56",a@example.nl\nC002,B,28-02-2025,"-12,50",b@example.nl\n`,
      ],
      ["tabs", two.replaceAll(";", "\t")],
      ["bars", two.replaceAll(";", "|")],
      ["separator line", `sep=;\r\n${two}`],
      ["title above", `Klantenlijst 2025\n\n${two}`],
      ["every cell in quotes", two.replaceAll(/[^;\n]+/g, '"$&"')],
      ["windows-1252", bytesOf(two, { é: 0xe9, ë: 0xeb })],
      ["blank lines between", two.replaceAll("\n", "\n\n")],
      ["euro signs", two.replace("1.234,56", "€ 1.234,56").replace("-12,50", "€ -12,50")],
      [
        "point in front of decimals",
        two.replace("1.234,56", "1,234.56").replace("-12,50", "-12.50"),
      ],
    ]),
    ...cases(kind, "accept-or-refuse", "OK", [
      ["UTF-32LE", utf32(two, "le")],
      ["UTF-32BE", utf32(two, "be")],
      ["UTF-16LE without mark", utf16(two, "le", false)],
      ["code page 850", bytesOf(two, { é: 0x82, ë: 0x89 })],
      ["half a letter at the end", Buffer.concat([Buffer.from(two), Buffer.from([0xc3])])],
      ["a letter that is none", Buffer.from(two.replace("é", "\u0001"), "latin1")],
    ]),
    ...cases(kind, "refuse", "CSV_QUOTE", [
      ["quote that does not end", list(row({ name: '"Café' }))],
      ["text behind a quote", list(row({ name: '"Café"Zoë' }))],
      ["quote in the middle", list(row({ name: 'Café "Zoë"' }))],
    ]),
    ...cases(kind, "refuse", "CSV_COLUMN_COUNT", [
      ["a cell too many", list(row(), `${row({ id: "C002" })};x`)],
      ["a cell too few", list(row(), "C002;B;31-01-2025")],
    ]),
    ...cases(kind, "refuse", "OK", [
      ["NUL in a cell", list(row({ name: "Ca\u0000fé" }))],
      ["two columns of one name", `klant;bedrag;bedrag\nA;1,00;2,00\n`],
      ["JSON", '[{"klant":"A","bedrag":1}]'],
      ["HTML behind white space", "\n\n  <html><table><tr><td>1</td></tr></table></html>"],
      ["RTF", "{\\rtf1 klant;bedrag}"],
      ["PNG", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0)],
      ["white space only", " \n\n \n"],
      ["a name of 200,000", list(row({ name: "x".repeat(200_000) }))],
      ["one line of a million", "x".repeat(1_500_000)],
      ["a customer number of 60,000", list(row({ id: noise(60_000) }))],
      ["a million quotes in a cell", list(row({ name: `"${'""'.repeat(500_000)}` }))],
    ]),
    ...cases(kind, "refuse", "NUMBER_FORMAT", [
      ...[
        "1.23.456,78",
        "12,345,6",
        "1,2,3",
        "٣٤,٥٠",
        "１２,５０",
        "twaalf",
        "#N/A",
        "#VALUE!",
      ].map(amount),
      ...["1e999", "0x1F", "∞", "NaN", "--5,00", "5,00 EUR USD", "1,00/2"].map(amount),
    ]),
    ...cases(sum("1234.56"), "accept-or-refuse", "NUMBER_FORMAT", [
      ...[
        "1 234,56",
        "1\u202f234,56",
        "1'234,56",
        "EUR 1.234,56",
        "€1.234,56",
        "1.234,56 €",
        "+1.234,56",
      ].map(amount),
      ...["\u200e1234,56", "1.234,56 ", "0001234,56"].map(amount),
    ]),
    ...cases(sum("-1234.56"), "accept-or-refuse", "NUMBER_FORMAT", [
      ...[
        "−1.234,56",
        "-€ 1.234,56",
        "€ -1.234,56",
        "(€ 1.234,56)",
        "1.234,56 CR",
        "–1.234,56",
      ].map(amount),
    ]),
    ...cases(kind, "refuse", "DATE_FORMAT", [
      ...[
        "30-02-2025",
        "2025-02-29",
        "32-01-2025",
        "13-13-2025",
        "2025-00-01",
        "0000-00-00",
        "morgen",
      ].map(date),
      ...["31-01-20255", "31-01", "１-1-2025", "1738281600000", "-1", "31-01-2025-01"].map(date),
    ]),
    ...cases(sum("1234.56"), "accept-or-refuse", "DATE_FORMAT", [
      ...[
        "31 januari 2025",
        "31 jan. 2025",
        "31.01.2025",
        "20250131",
        "31-jan-25",
        "2025-01-31 23:59:59",
      ].map(date),
    ]),
    ...cases(kind, "ask", "NUMBER_AMBIGUOUS", [
      ["thousands or decimals", "klant;bedrag\nA;2.345\nB;6.789\n"],
    ]),
    ...cases(kind, "ask", "DATE_AMBIGUOUS", [
      ["day or month", "klant;datum\nA;01/02/2025\nB;03/04/2025\n"],
    ]),
    ...formulas(),
  ];
}

/** What a spreadsheet would run: names like any other. */
function formulas(): readonly Invented[] {
  const names = [
    "=1+1",
    "+31 6 12345678",
    "-2+3",
    "@SUM(A1)",
    "=cmd|'/C calc'!A0",
    "＝1+1",
    "\t=1",
    "'=1",
    "%3D1",
    "=IMPORTXML(CONCAT(1),2)",
  ];
  return names.map((name) => ({
    ...(cases(kind, "accept", "OK", [[`name ${name}`, list(row({ name }))]])[0] as Invented),
    values: { sum: "1234.56", names: [name] },
  }));
}

function noise(length: number): string {
  let text = "";
  for (let at = 1; text.length < length; at++)
    text += (Math.imul(at, 2_654_435_761) >>> 0).toString(36);
  return text.slice(0, length);
}
