export type NumberStyle = "plain" | "date" | "duration";

const builtIn = new Map<number, NumberStyle>([
  ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36].map((id) => [id, "date"] as const),
  ...[50, 51, 52, 53, 54, 55, 56, 57, 58].map((id) => [id, "date"] as const),
  ...[18, 19, 20, 21, 32, 33, 45, 46, 47].map((id) => [id, "duration"] as const),
]);

/**
 * What a number format makes of a number: a date when it shows days, months or years, a duration when it
 * shows only hours, minutes or seconds. Files keep format codes in their English form in every language.
 */
export function numberStyle(id: number, code: string | undefined): NumberStyle {
  if (code === undefined) return builtIn.get(id) ?? "plain";
  const bare = code
    .replace(/"[^"]*"|\\.|[_*]./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .toLowerCase();
  if (/^general|^standard|^standaard/.test(bare)) return "plain";
  const first = bare.split(";")[0] ?? "";
  if (/[yd]/.test(first)) return "date";
  if (/[hs]/.test(first.replace(/am\/pm|a\/p/g, ""))) return "duration";
  return /m/.test(first) ? "date" : "plain";
}
