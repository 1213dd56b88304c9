import { writeFileSync } from "node:fs";
import type { OrderRows } from "../generate/orders.ts";

/** Writes customers as the peers read them: repeats,last,age, in days. */
export function writeCustomers(place: string, { repeats, last, age }: OrderRows): string {
  const lines = ["repeats,last,age"];
  for (let row = 0; row < repeats.length; row += 1) {
    const days = [last, age].map((weeks) => Math.round((weeks[row] as number) * 7));
    lines.push(`${repeats[row] as number},${days.join(",")}`);
  }
  writeFileSync(place, `${lines.join("\n")}\n`);
  return place;
}
