import type { Zip } from "#zip/open-zip.ts";
import type { ZipEntry } from "#zip/zip-entry.ts";
import { type NumberStyle, numberStyle } from "./number-format.ts";
import { readWholePart } from "./xml-part.ts";

/** For each cell style (the `s` of a cell) what it makes of a number. */
export async function readStyles(zip: Zip, entry: ZipEntry): Promise<readonly NumberStyle[]> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCellFormats = false;
  await readWholePart(zip, entry, {
    open(name, attributes) {
      if (name === "numFmt")
        codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      else if (name === "cellXfs") inCellFormats = true;
      else if (name === "xf" && inCellFormats) formats.push(Number(attributes["numFmtId"] ?? 0));
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
  });
  return formats.map((id) => numberStyle(id, codes.get(id)));
}
