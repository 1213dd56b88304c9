import type { Column } from "./column.ts";
import type { TableMapping } from "./field.ts";
import { readHeader } from "./header-key.ts";
import { presets } from "./presets/index.ts";
import type { Preset } from "./presets/preset.ts";

function keyOf(label: string): string {
  return readHeader(label, 0).key;
}

const required = presets.map((preset) => ({ preset, keys: preset.headers.map(keyOf) }));

/** The preset all of whose headers are in the file; of several the one that asks for most. */
export function matchPreset(keys: ReadonlySet<string>): Preset | undefined {
  let best: (typeof required)[number] | undefined;
  for (const candidate of required) {
    if (!candidate.keys.every((key) => keys.has(key))) continue;
    // Two headers alone say nothing when the file has many more.
    if (candidate.keys.length <= 2 && keys.size > candidate.keys.length + 40) continue;
    if (best === undefined || candidate.keys.length > best.keys.length) best = candidate;
  }
  return best?.preset;
}

/** The column of a label, or of the first label of a list that the file has. */
export function columnFor(
  columns: readonly Column[],
  labels: string | readonly string[],
): Column | undefined {
  for (const label of typeof labels === "string" ? [labels] : labels) {
    const key = keyOf(label);
    const found =
      columns.find((column) => column.header.label === label) ??
      (key === "" ? undefined : columns.find((column) => column.header.key === key));
    if (found) return found;
  }
  return undefined;
}

/** A preset's mapping in the words of this file's headers. */
export function presetMapping(preset: Preset, columns: readonly Column[]): TableMapping {
  const fields: Record<string, string> = {};
  for (const [field, labels] of Object.entries(preset.fields)) {
    const column = columnFor(columns, labels);
    if (column) fields[field] = column.header.label;
  }
  const traits = (preset.traits ?? []).flatMap((label) => {
    const column = columnFor(columns, label);
    return column ? [column.header.label] : [];
  });
  return traits.length > 0 ? { fields, traits } : { fields };
}
