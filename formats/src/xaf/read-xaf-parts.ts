import type { Place, Problem } from "../problem.ts";
import type { ReadOptions, ReadResult } from "../reader.ts";
import type { Source } from "../source.ts";
import type { XmlResult } from "../xml/read-xml.ts";
import { type JoinedSource, joinSources } from "./join-sources.ts";
import { createBooks, partMissing } from "./read-xaf.ts";
import { type SplitPart, splitPart } from "./split-part.ts";

type Part = { readonly source: Source; readonly split: SplitPart };

/** Where each part begins in the line numbers of the records. */
export type PartOfBooks = { readonly name: string; readonly firstLine: number };

/**
 * Reads books that were exported in several files, given in any order. Text that was cut is put together
 * again; files that are XML each on their own are read one after the other into one set of books. The
 * control totals are checked over the whole.
 *
 * The `place` of a problem names the part as `entry` with the line inside it. The lines of the records
 * count on through cut text; `parts` says where each part begins.
 */
export async function readXafParts(
  sources: readonly Source[],
  options: ReadOptions,
): Promise<ReadResult & { readonly parts: readonly PartOfBooks[] }> {
  const ordered = await inOrder(sources);
  const books = createBooks(options);
  const missing = firstMissing(ordered);
  if (missing !== undefined) {
    return { ...books.result([missing], undefined), parts: [] };
  }
  const cut = ordered.every(({ split }) => split.kind === "continuation");
  const files = cut ? [joinSources(ordered.map(({ source }) => source))] : ordered.map(own);

  const problems: Problem[] = [];
  let done = 0;
  let last: XmlResult | undefined;
  for (const file of files) {
    const before = done;
    last = await books.read(file, (bytes) => options.onProgress?.(before + bytes));
    done += file.size;
    problems.push(...last.problems.map((problem) => placed(problem, file, ordered)));
    if (!last.complete) break;
  }
  if (last?.complete === true) {
    const [file] = files;
    const found = await books.finish();
    problems.push(
      ...(cut && file !== undefined
        ? found.map((problem) => placed(problem, file, ordered))
        : found),
    );
  }
  const parts = ordered.map(({ source }, index) => ({
    name: source.name,
    firstLine: isJoined(files[0]) ? (files[0].firstLines[index] ?? 1) : 1,
  }));
  return { ...books.result(problems, last?.encoding), parts };
}

function own({ source }: Part): Source {
  return source;
}

function isJoined(source: Source | undefined): source is JoinedSource {
  return source !== undefined && "firstLines" in source;
}

/** The parts by their numbers; what says nothing of itself comes first, in the order given. */
async function inOrder(sources: readonly Source[]): Promise<readonly Part[]> {
  const splits = await Promise.all(sources.map(splitPart));
  const kinds = splits.map((split) => split?.kind);
  const kind = kinds.includes("continuation") ? "continuation" : "masters-and-transactions";
  const parts = sources.map((source, at): Part => {
    const said = splits[at];
    if (said !== undefined && said.kind === kind) return { source, split: said };
    return { source, split: { kind, certain: false, index: 1 } };
  });
  return parts.sort((one, other) => one.split.index - other.split.index);
}

function firstMissing(parts: readonly Part[]): Problem | undefined {
  const count = Math.max(0, ...parts.map(({ split }) => split.count ?? 0));
  if (count === 0) return undefined;
  for (let index = 1; index <= count; index += 1) {
    if (!parts.some(({ split }) => split.index === index)) {
      const there = parts.map(({ split }) => split.index).join(", ");
      return { ...partMissing(index, count), found: there, expected: String(index) };
    }
  }
  return undefined;
}

/** The place inside the part where a line of the joined text stands. */
function placed(problem: Problem, file: Source, parts: readonly Part[]): Problem {
  const { line } = problem.place;
  if (!isJoined(file)) return { ...problem, place: { ...problem.place, entry: file.name } };
  if (line === undefined) return problem;
  const at = file.firstLines.findLastIndex((first) => first <= line);
  const first = file.firstLines[at] ?? 1;
  const entry = parts[at]?.source.name;
  const place: Place = { ...problem.place, line: line - first + 1 };
  return { ...problem, place: entry === undefined ? place : { ...place, entry } };
}
