import type { Month } from "./calendar.ts";

/**
 * How far the vicious circle has turned: 0 before it starts, growing to 1 in twenty months. Prices give
 * way first, selling follows, and delivery pays for it some months later.
 */
export type Circle = {
  readonly price: number;
  readonly selling: number;
  readonly delivery: number;
};

export function circleAt(month: Month, start: Month): Circle {
  return {
    price: ramp(month - start, 18),
    selling: ramp(month - start - 2, 18),
    delivery: ramp(month - start - 4, 18),
  };
}

function ramp(elapsed: number, length: number): number {
  return Math.min(1, Math.max(0, elapsed / length));
}
