/** The look of every plot: a light ground, so that it can be read wherever a page is shown. */
export const colors = {
  ground: "#ffffff",
  ink: "#1f2933",
  quiet: "#5b6773",
  grid: "#e3e7eb",
  first: "#1f5fa8",
  second: "#c2541b",
  third: "#3c7a3f",
  fourth: "#7a4fa3",
  pale: "#b8c4d0",
} as const;

export type Color = (typeof colors)[keyof typeof colors];

/** A picture of this size around what was drawn; `told` is what a reader without eyes gets. */
export function picture(width: number, height: number, told: string, drawn: readonly string[]) {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, -apple-system, 'Segoe UI', sans-serif" font-size="13">`,
    `<title>${escaped(told)}</title>`,
    `<rect width="${width}" height="${height}" fill="${colors.ground}"/>`,
    ...drawn,
    "</svg>",
    "",
  ].join("\n");
}

type Writing = {
  readonly anchor?: "start" | "middle" | "end";
  readonly color?: Color;
  readonly bold?: boolean;
  readonly turned?: boolean;
};

export function write(x: number, y: number, words: string, options: Writing = {}): string {
  const { anchor = "start", color = colors.ink, bold = false, turned = false } = options;
  const place = turned
    ? `transform="translate(${short(x)} ${short(y)}) rotate(-90)"`
    : `x="${short(x)}" y="${short(y)}"`;
  const weight = bold ? ' font-weight="600"' : "";
  return `<text ${place} text-anchor="${anchor}" fill="${color}"${weight}>${escaped(words)}</text>`;
}

export function stroke(path: string, color: Color, more = ""): string {
  return `<path d="${path}" fill="none" stroke="${color}" ${more}/>`;
}

/** A tenth of a pixel is more than anyone sees. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** Round numbers that cover the range, about as many as asked for. */
export function ticks(from: number, to: number, about = 6): readonly number[] {
  const rough = (to - from) / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((each) => each * power >= rough) ?? 10) * power;
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, k) =>
    Number(((first + k) * step).toPrecision(12)),
  );
}

/** A number as an axis says it. */
export function plain(value: number): string {
  return value.toLocaleString("en-GB", { maximumFractionDigits: 6 });
}

export function percent(share: number): string {
  return `${plain(Math.round(share * 1000) / 10)} %`;
}
