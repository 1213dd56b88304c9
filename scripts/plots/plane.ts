import { type Color, colors, picture, plain, short, stroke, ticks, write } from "./drawing.ts";

export type Axis = {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly format?: (value: number) => string;
};

export type Point = readonly [x: number, y: number];

/** Something drawn in the plane; with a name it stands in the legend. */
export type Mark = {
  readonly color: Color;
  readonly name?: string;
} & (
  | { readonly kind: "line"; readonly points: readonly Point[]; readonly dashed?: boolean }
  | { readonly kind: "dots"; readonly points: readonly Point[]; readonly size?: number }
  | { readonly kind: "band"; readonly low: readonly Point[]; readonly high: readonly Point[] }
  | { readonly kind: "whiskers"; readonly spans: readonly (readonly [...Point, to: number])[] }
  | { readonly kind: "bars"; readonly points: readonly Point[]; readonly width: number }
  | { readonly kind: "note"; readonly at: Point; readonly words: string }
);

const [width, height] = [680, 380];
const inside = { left: 72, right: 26, top: 62, bottom: 52 };

/** A plot of marks over two axes, the later marks on top. */
export function plane(title: string, x: Axis, y: Axis, marks: readonly Mark[]): string {
  const [right, bottom] = [width - inside.right, height - inside.bottom];
  const across = (value: number) =>
    inside.left + ((value - x.from) / (x.to - x.from)) * (right - inside.left);
  const up = (value: number) =>
    bottom - ((value - y.from) / (y.to - y.from)) * (bottom - inside.top);
  const draw = drawing(across, up, up(Math.max(0, y.from)));
  const grid = ticks(y.from, y.to).map((at) => `M${inside.left} ${short(up(at))}H${right}`);
  return picture(width, height, title, [
    write(inside.left, 22, title, { bold: true }),
    ...legend(marks),
    stroke(grid.join(""), colors.grid),
    ...marks.map(draw),
    stroke(`M${inside.left} ${bottom}H${right}`, colors.quiet),
    ...ticks(x.from, x.to, 8).map((at) =>
      write(across(at), bottom + 18, (x.format ?? plain)(at), {
        anchor: "middle",
        color: colors.quiet,
      }),
    ),
    ...ticks(y.from, y.to).map((at) =>
      write(inside.left - 8, up(at) + 4, (y.format ?? plain)(at), {
        anchor: "end",
        color: colors.quiet,
      }),
    ),
    write((inside.left + right) / 2, height - 12, x.label, { anchor: "middle" }),
    write(16, (inside.top + bottom) / 2, y.label, { anchor: "middle", turned: true }),
  ]);
}

function drawing(across: (value: number) => number, up: (value: number) => number, zero: number) {
  const place = ([x, y]: Point) => `${short(across(x))} ${short(up(y))}`;
  const through = (points: readonly Point[]) => `M${points.map(place).join("L")}`;
  return (mark: Mark): string => {
    switch (mark.kind) {
      case "line":
        return stroke(
          through(mark.points),
          mark.color,
          `stroke-width="2"${mark.dashed ? ' stroke-dasharray="6 4"' : ""}`,
        );
      case "dots":
        // A dot is a stroke without length: thousands of them stay small.
        return stroke(
          mark.points.map((point) => `M${place(point)}h0`).join(""),
          mark.color,
          `stroke-width="${mark.size ?? 7}" stroke-linecap="round"`,
        );
      case "band":
        return `<path d="${through([...mark.low, ...mark.high.toReversed()])}Z" fill="${mark.color}" fill-opacity=".16"/>`;
      case "whiskers":
        return stroke(
          mark.spans.map(([x, from, to]) => `M${place([x, from])}V${short(up(to))}`).join(""),
          mark.color,
          'stroke-width="2"',
        );
      case "bars": {
        const wide = Math.abs(across(mark.width) - across(0));
        const bars = mark.points.map(
          ([x, y]) =>
            `M${short(across(x) - wide / 2)} ${short(zero)}V${short(up(y))}h${short(wide)}V${short(zero)}Z`,
        );
        return `<path d="${bars.join("")}" fill="${mark.color}"/>`;
      }
      case "note":
        return write(across(mark.at[0]), up(mark.at[1]), mark.words, { color: mark.color });
    }
  };
}

function legend(marks: readonly Mark[]): string[] {
  let at = inside.left;
  return marks.flatMap((mark) => {
    if (mark.name === undefined) return [];
    const from = at;
    // About the width of a letter of this size.
    at += 40 + mark.name.length * 7;
    const sign =
      mark.kind === "band" || mark.kind === "bars"
        ? `<rect x="${short(from)}" y="37" width="16" height="10" fill="${mark.color}"${mark.kind === "band" ? ' fill-opacity=".16"' : ""}/>`
        : stroke(
            mark.kind === "dots" ? `M${short(from + 8)} 42h0` : `M${short(from)} 42h16`,
            mark.color,
            mark.kind === "dots"
              ? 'stroke-width="8" stroke-linecap="round"'
              : `stroke-width="2"${mark.kind === "line" && mark.dashed ? ' stroke-dasharray="6 4"' : ""}`,
          );
    return [sign, write(from + 22, 46, mark.name, { color: colors.quiet })];
  });
}
