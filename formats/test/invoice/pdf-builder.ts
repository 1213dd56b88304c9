import { strToU8, zlibSync } from "fflate";

export type PdfOptions = {
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** `table`: as in PDF 1.4; `stream`: objects in object streams behind a cross-reference stream. */
  readonly layout?: "table" | "stream" | "none";
  readonly encrypted?: boolean;
  readonly filter?: "flate" | "hex" | "none";
  readonly wrongLength?: boolean;
};

/** Writes a small PDF with embedded files, in the shapes that writers have. */
export function buildPdf(options: PdfOptions): Uint8Array {
  const { attachments, layout = "table", filter = "flate" } = options;
  const parts: Uint8Array[] = [strToU8("%PDF-1.7\n%\u00e2\u00e3\n", true)];
  const offsets = new Map<number, number>();
  let length = parts[0]?.length ?? 0;
  const add = (bytes: Uint8Array): void => {
    parts.push(bytes);
    length += bytes.length;
  };
  const addObject = (number: number, body: Uint8Array): void => {
    offsets.set(number, length);
    add(strToU8(`${number} 0 obj\n`));
    add(body);
    add(strToU8("\nendobj\n"));
  };
  const small = new Map<number, string>();
  const names = attachments.map(({ name }, index) => `(${name}) ${10 + index * 2} 0 R`).join(" ");
  small.set(1, "<< /Type /Catalog /Names 2 0 R >>");
  small.set(2, "<< /EmbeddedFiles 3 0 R >>");
  small.set(3, `<< /Kids [ 4 0 R ] >>`);
  small.set(4, `<< /Names [ ${names} ] >>`);
  for (const [index, { name, bytes }] of attachments.entries()) {
    const number = 10 + index * 2;
    small.set(
      number,
      `<< /Type /Filespec /F (${name}) /UF (${name}) /EF << /F ${number + 1} 0 R >> >>`,
    );
    addObject(
      number + 1,
      stream("/Type /EmbeddedFile", bytes, filter, options.wrongLength ?? false),
    );
  }
  const encryption = options.encrypted ? " /Encrypt << /Filter /Standard /V 2 >>" : "";
  if (layout === "stream") {
    const listed = [...small];
    let bodies = "";
    const index = listed.map(([number, body]) => {
      const place = `${number} ${bodies.length}`;
      bodies += `${body}\n`;
      return place;
    });
    const head = `${index.join(" ")}\n`;
    const entries = `/Type /ObjStm /N ${listed.length} /First ${head.length}`;
    addObject(90, stream(entries, strToU8(head + bodies), "flate", false));
    const start = length;
    const rows = [...Array(92).keys()].map((number) => {
      const at = listed.findIndex(([one]) => one === number);
      if (at !== -1) return [2, 0, 90, at];
      const offset = number === 91 ? start : offsets.get(number);
      return offset === undefined ? [0, 0, 0, 0] : [1, offset >> 8, offset & 255, 0];
    });
    // With the PNG predictor "up", as nearly every writer does.
    const predicted = rows.flatMap((row, at) => [
      2,
      ...row.map((value, column) => (value - (rows[at - 1]?.[column] ?? 0)) & 255),
    ]);
    const dictionary = `/Type /XRef /Size 92 /W [1 2 1] /Root 1 0 R /DecodeParms << /Predictor 12 /Columns 4 >>${encryption}`;
    addObject(91, stream(dictionary, Uint8Array.from(predicted), "flate", false));
    add(strToU8(`startxref\n${start}\n%%EOF\n`));
    return join(parts, length);
  }
  for (const [number, body] of small) addObject(number, strToU8(body));
  if (layout === "none") {
    add(strToU8(`trailer\n<< /Root 1 0 R${encryption} >>\nstartxref\n99999999\n%%EOF\n`));
    return join(parts, length);
  }
  const start = length;
  const sections = [...offsets].map(
    ([number, offset]) => `${number} 1\n${String(offset).padStart(10, "0")} 00000 n \n`,
  );
  add(
    strToU8(
      `xref\n0 1\n0000000000 65535 f \n${sections.join("")}trailer\n<< /Size 99 /Root 1 0 R${encryption} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return join(parts, length);
}

function stream(
  entries: string,
  bytes: Uint8Array,
  filter: PdfOptions["filter"],
  wrongLength: boolean,
): Uint8Array {
  const hexadecimal = [...(filter === "hex" ? bytes : [])]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  const packed =
    filter === "flate" ? zlibSync(bytes) : filter === "hex" ? strToU8(`${hexadecimal}>`) : bytes;
  const name = { flate: "/Filter /FlateDecode", hex: "/Filter [/ASCIIHexDecode]", none: "" }[
    filter ?? "none"
  ];
  const length = wrongLength ? packed.length + 7 : packed.length;
  return join(
    [
      strToU8(`<< ${entries} ${name} /Length ${length} >>\nstream\n`),
      packed,
      strToU8("\nendstream"),
    ],
    undefined,
  );
}

function join(parts: readonly Uint8Array[], known: number | undefined): Uint8Array {
  const joined = new Uint8Array(known ?? parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
