import type { Problem } from "#problem.ts";
import { refusal } from "#refusal.ts";
import type { Zip } from "#zip/open-zip.ts";
import type { ZipEntry } from "#zip/zip-entry.ts";
import type { NumberStyle } from "./number-format.ts";
import { type Relationship, readRelationships } from "./relationships.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { readStyles } from "./styles.ts";
import { readWholePart } from "./xml-part.ts";

export type Sheet = { readonly name: string; readonly hidden: boolean; readonly part: ZipEntry };

export type Workbook = {
  readonly sheets: readonly Sheet[];
  readonly epoch1904: boolean;
  /** Undefined when the package has no such part. */
  readonly strings: readonly string[] | undefined;
  readonly styles: readonly NumberStyle[];
  /** Entries that make up the workbook; what else the archive holds was not read. */
  readonly used: ReadonlySet<ZipEntry>;
};

function missing(entry: string): Error {
  return refusal({ code: "PART_MISSING", severity: "refuse", place: { entry } });
}

function partNames(zip: Zip): ReadonlyMap<string, ZipEntry> {
  const parts = new Map<string, ZipEntry>();
  for (const entry of zip.entries) {
    const key = entry.name.toLowerCase();
    const place: Problem["place"] = { entry: entry.name };
    if (parts.has(key)) throw refusal({ code: "ZIP_DUPLICATE", severity: "refuse", place });
    parts.set(key, entry);
  }
  return parts;
}

type SheetReference = { readonly name: string; readonly hidden: boolean; readonly id: string };

/** Reads everything of a workbook but its cells. Throws a refusal for parts that are missing. */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const parts = partNames(zip);
  const used = new Set<ZipEntry>();
  const part = (name: string) => {
    const entry = parts.get(name.toLowerCase());
    if (entry) used.add(entry);
    return entry;
  };
  if (parts.has("mimetype") || parts.has("xl/workbook.bin"))
    throw refusal({ code: "NOT_XLSX", severity: "refuse", place: {} });
  const packageRelations = part("_rels/.rels");
  const top = packageRelations ? await readRelationships(zip, packageRelations, "") : new Map();
  const office = [...top.values()].find((relation) => relation.type === "officeDocument");
  const workbookName = office?.target ?? "xl/workbook.xml";
  const workbookPart = part(workbookName);
  if (workbookPart === undefined) throw missing(workbookName);
  const folder = workbookName.slice(0, workbookName.lastIndexOf("/") + 1);
  const file = workbookName.slice(folder.length);
  const relationsPart = part(`${folder}_rels/${file}.rels`);
  const relations: ReadonlyMap<string, Relationship> = relationsPart
    ? await readRelationships(zip, relationsPart, folder)
    : new Map();

  const references: SheetReference[] = [];
  let epoch1904 = false;
  await readWholePart(zip, workbookPart, {
    open(name, attributes) {
      if (name === "workbookPr") epoch1904 = /^(?:1|true)$/.test(attributes["date1904"] ?? "");
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? "";
      references.push({
        name: attributes["name"] ?? "",
        hidden: /hidden/i.test(attributes["state"] ?? ""),
        id,
      });
    },
  });

  const sheets: Sheet[] = [];
  for (const { name, hidden, id } of references) {
    const relation = relations.get(id);
    if (relation !== undefined && relation.type !== "worksheet") continue;
    const target = relation?.target && part(relation.target);
    if (!target) throw missing(relation?.target ?? name);
    if (name === "")
      throw refusal({ code: "SHEET_NAME", severity: "refuse", place: {}, found: name });
    sheets.push({ name, hidden, part: target });
  }
  if (sheets.length === 0) throw missing("xl/worksheets/sheet1.xml");

  const related = (type: string) => {
    const relation = [...relations.values()].find((one) => one.type === type);
    if (relation === undefined) return undefined;
    const entry = relation.target && part(relation.target);
    if (!entry) throw missing(relation.target ?? type);
    return entry;
  };
  const stringsPart = related("sharedStrings");
  const stylesPart = related("styles");
  return {
    sheets,
    epoch1904,
    strings: stringsPart && (await readSharedStrings(zip, stringsPart)),
    styles: stylesPart ? await readStyles(zip, stylesPart) : [],
    used,
  };
}
