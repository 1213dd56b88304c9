import type { RandomStream } from "../../src/numeric/random-stream.ts";
import type { Trait } from "../../src/profile/trait.ts";

/** Customers with traits of three levels whose effects on the log-odds of the core are normal with deviation 0.6. */
export function plantedFirm(
  customers: number,
  count: number,
  random: RandomStream,
  { missing = 0, effect = 0.6 }: { readonly missing?: number; readonly effect?: number } = {},
): { readonly traits: Trait[]; readonly labels: number[]; readonly chances: number[] } {
  const traits = Array.from({ length: count }, () => ({
    levels: 3,
    codes: Int32Array.from({ length: customers }, () =>
      random.uniform() < missing ? -1 : random.integer(3),
    ),
  }));
  const effects = traits.map(() => [0, effect * random.normal(), effect * random.normal()]);
  const chances = Array.from({ length: customers }, (_, row) => {
    let odds = -0.5;
    for (const [trait, { codes }] of traits.entries())
      odds += effects[trait]?.[codes[row] as number] ?? 0;
    return 1 / (1 + Math.exp(-odds));
  });
  return { traits, chances, labels: chances.map((chance) => (random.uniform() < chance ? 1 : 0)) };
}
