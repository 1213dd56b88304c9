import { type Color, colors, picture, plain, short, stroke, ticks, write } from "./drawing.ts";
import type { Axis } from "./plane.ts";

/** One row: a bar up to a value, with an interval where there is one. */
export type Row = {
  readonly label: string;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly color?: Color;
};

const width = 680;
const top = 44;
const step = 30;

/** Named values below each other, as bars from zero with their intervals. */
export function rows(title: string, x: Axis, each: readonly Row[], left = 190): string {
  const bottom = top + each.length * step;
  const right = width - 36;
  const across = (value: number) => left + ((value - x.from) / (x.to - x.from)) * (right - left);
  const zero = across(Math.max(0, x.from));
  const grid = ticks(x.from, x.to).map((at) => `M${short(across(at))} ${top}V${bottom}`);
  return picture(width, bottom + 54, title, [
    write(16, 24, title, { bold: true }),
    stroke(grid.join(""), colors.grid),
    ...each.flatMap(({ label, value, low, high, color = colors.first }, row) => {
      const middle = top + row * step + step / 2;
      const [from, to] = [Math.min(zero, across(value)), Math.max(zero, across(value))];
      return [
        write(left - 10, middle + 4, label, { anchor: "end" }),
        `<rect x="${short(from)}" y="${middle - 8}" width="${short(to - from)}" height="16" fill="${color}"/>`,
        ...(low === undefined || high === undefined
          ? []
          : [
              stroke(
                `M${short(across(low))} ${middle}H${short(across(high))}M${short(across(low))} ${middle - 4}v8M${short(across(high))} ${middle - 4}v8`,
                colors.ink,
                'stroke-width="1.5"',
              ),
            ]),
      ];
    }),
    ...ticks(x.from, x.to).map((at) =>
      write(across(at), bottom + 18, (x.format ?? plain)(at), {
        anchor: "middle",
        color: colors.quiet,
      }),
    ),
    write((left + right) / 2, bottom + 42, x.label, { anchor: "middle" }),
  ]);
}
