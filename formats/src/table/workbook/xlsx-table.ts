import type { Problem } from "#problem.ts";
import { refusal } from "#refusal.ts";
import type { Source } from "#source.ts";
import { openZip, type Zip } from "#zip/open-zip.ts";
import { workbookLimits } from "#zip/zip-limits.ts";
import { isBlank, type Row } from "../cell.ts";
import type { OpenTable, RowOptions } from "../open-table.ts";
import { type SheetNotes, sheetRows } from "./sheet-rows.ts";
import { readWorkbook, type Sheet, type Workbook } from "./workbook.ts";

/** Parts that no one asked for are inflated too when they are small: a bomb is refused wherever it lies. */
const checkedBytes = 8_000_000;

async function checkUnread(zip: Zip, workbook: Workbook): Promise<void> {
  const unread = zip.entries.filter((entry) => !workbook.used.has(entry) && !entry.folder);
  let left = checkedBytes;
  for (const entry of unread) {
    left -= entry.compressedSize;
    if (left < 0) return;
    for await (const _ of zip.read(entry));
  }
}

async function hasContent(zip: Zip, workbook: Workbook, sheet: Sheet): Promise<boolean> {
  for await (const rows of sheetRows(zip, workbook, sheet, { formulas: 0 }))
    if (rows.some((row) => row.cells.some((cell) => !isBlank(cell)))) return true;
  return false;
}

async function chooseSheet(zip: Zip, workbook: Workbook, wanted?: string): Promise<Sheet> {
  if (wanted !== undefined) {
    const chosen = workbook.sheets.find((sheet) => sheet.name === wanted);
    if (chosen) return chosen;
    throw refusal({
      code: "SHEET_NAME",
      severity: "refuse",
      place: {},
      found: wanted.slice(0, 200),
      expected: workbook.sheets
        .map((sheet) => sheet.name)
        .join(", ")
        .slice(0, 200),
    });
  }
  const visible = workbook.sheets.filter((sheet) => !sheet.hidden);
  const candidates = visible.length > 0 ? visible : workbook.sheets;
  for (const sheet of candidates)
    if (candidates.length === 1 || (await hasContent(zip, workbook, sheet))) return sheet;
  return candidates[0] as Sheet;
}

/** Says which visible sheets were not read, when nobody chose one. */
function otherSheets(workbook: Workbook, read: Sheet): readonly Problem[] {
  const others = workbook.sheets.filter((sheet) => !sheet.hidden && sheet !== read);
  if (others.length === 0) return [];
  const found = others.map((sheet) => sheet.name).join(", ");
  return [
    {
      code: "SHEETS_NOT_READ",
      severity: "note",
      place: { sheet: read.name },
      found: found.slice(0, 200),
      count: others.length,
    },
  ];
}

/**
 * Opens a workbook at one sheet: the one that is named, else the first visible one with anything in it.
 * Throws a refusal for archives, parts and cells that cannot be trusted.
 */
export async function openXlsx(
  source: Source,
  wanted?: string,
  signal?: AbortSignal,
): Promise<OpenTable> {
  const zip = await openZip(source, workbookLimits);
  let workbook: Workbook;
  let sheet: Sheet;
  try {
    workbook = await readWorkbook(zip);
    await checkUnread(zip, workbook);
    sheet = await chooseSheet(zip, workbook, wanted);
  } finally {
    await zip.close();
  }
  let notes: readonly Problem[] = [];

  async function* rows(options: RowOptions): AsyncGenerator<readonly Row[]> {
    const found: SheetNotes = { formulas: 0 };
    const again = await openZip(source, workbookLimits);
    try {
      for await (const batch of sheetRows(again, workbook, sheet, found)) {
        options.signal?.throwIfAborted();
        yield batch;
      }
    } finally {
      await again.close();
    }
    options.onProgress?.(source.size);
    notes =
      found.formulas === 0 || found.firstFormula === undefined
        ? []
        : [
            {
              code: "FORMULA_VALUE_USED",
              severity: "note",
              place: { sheet: sheet.name, cell: found.firstFormula },
              count: found.formulas,
            },
          ];
  }

  signal?.throwIfAborted();
  return {
    format: "xlsx",
    sheet: sheet.name,
    sheets: workbook.sheets.map(({ name, hidden }) => ({
      name,
      hidden,
      selected: name === sheet.name,
    })),
    problems: wanted === undefined ? otherSheets(workbook, sheet) : [],
    rows,
    notes: () => notes,
  };
}
