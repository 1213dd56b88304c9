/**
 * A seeded stream of random numbers. The same seed gives the same numbers on every machine;
 * `split` gives a stream of its own for a part of the work, so that parts can be done in any
 * order or beside each other without changing what the others draw.
 */
export type RandomStream = {
  /** A uniform number strictly between 0 and 1, with 53 bits. */
  readonly uniform: () => number;
  /** A standard normal number (mean 0, standard deviation 1). */
  readonly normal: () => number;
  /** A gamma number with this shape and scale 1. RangeError unless shape is finite and above 0. */
  readonly gamma: (shape: number) => number;
  /** A beta number. RangeError unless both are finite and above 0. */
  readonly beta: (a: number, b: number) => number;
  /** A whole number from 0 up to but not including `below`. RangeError unless a whole number from 1 to 2^53 - 1. */
  readonly integer: (below: number) => number;
  /** The stream that belongs to this key; does not depend on how much was drawn from this one. */
  readonly split: (key: number) => RandomStream;
};

/** Murmur's 32-bit finaliser: spreads a seed over all its bits. */
function spread(value: number): number {
  let z = value | 0;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}

/** The four words of a state from two words of a seed, one Weyl step apart. */
function stateOf(low: number, high: number): Uint32Array {
  const state = new Uint32Array(4);
  for (let word = 0; word < 4; word += 1) {
    const step = Math.imul(word + 1, 0x9e3779b9);
    state[word] = spread(spread((low + step) | 0) ^ ((high + Math.imul(step, 0x6c8e9cf5)) | 0));
  }
  if (state.every((word) => word === 0)) state[0] = 1;
  return state;
}

function streamOf(low: number, high: number): RandomStream {
  // xoshiro128**: 32-bit words only, hence the same in every engine and quick without BigInt.
  const words = stateOf(low, high);
  let a = words[0] as number;
  let b = words[1] as number;
  let c = words[2] as number;
  let d = words[3] as number;
  let spare: number | null = null;

  function word(): number {
    const scrambled = Math.imul(b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  }

  function uniform(): number {
    // 26 + 26 bits and a half, so that neither 0 nor 1 can come out.
    return ((word() >>> 6) * 67108864 + (word() >>> 6) + 0.5) / 4503599627370496;
  }

  function normal(): number {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const square = u * u + v * v;
      if (square > 0 && square < 1) {
        const factor = Math.sqrt((-2 * Math.log(square)) / square);
        spare = v * factor;
        return u * factor;
      }
    }
  }

  /** Logarithm of a gamma number (Marsaglia and Tsang 2000): small shapes would underflow. */
  function logOfGamma(shape: number): number {
    if (!(shape > 0 && shape < Number.POSITIVE_INFINITY))
      throw new RangeError(`a gamma draw needs a finite shape above 0, got ${shape}`);
    if (shape < 1) return logOfGamma(shape + 1) + Math.log(uniform()) / shape;
    const d0 = shape - 1 / 3;
    const c0 = 1 / Math.sqrt(9 * d0);
    for (;;) {
      const x = normal();
      const root = 1 + c0 * x;
      if (root <= 0) continue;
      const cube = root * root * root;
      if (Math.log(uniform()) < 0.5 * x * x + d0 * (1 - cube + Math.log(cube)))
        return Math.log(d0) + Math.log(cube);
    }
  }

  return {
    uniform,
    normal,
    gamma: (shape) => Math.exp(logOfGamma(shape)),
    beta: (first, second) => {
      const difference = logOfGamma(second) - logOfGamma(first);
      return 1 / (1 + Math.exp(difference));
    },
    integer: (below) => {
      if (!Number.isSafeInteger(below) || below < 1)
        throw new RangeError(`a whole number from 1 to 2^53 - 1 is needed, got ${below}`);
      return Math.min(below - 1, Math.floor(uniform() * below));
    },
    split: (key) => {
      const [keyLow, keyHigh] = twoWords(key);
      return streamOf(
        spread(low ^ spread((keyLow + 0x9e3779b9) | 0)) ^ spread(keyHigh ^ 0x51ed270b),
        spread(high ^ spread((keyLow + 0x7f4a7c15) | 0)) ^ spread((keyHigh + low) | 0),
      );
    },
  };
}

function twoWords(seed: number): readonly [number, number] {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`a seed is a whole number, got ${seed}`);
  return [seed | 0, Math.floor(seed / 4294967296) | 0];
}

/**
 * A stream from a seed.
 *
 * @param seed a whole number (safe integer)
 * @throws RangeError if the seed is not a whole number
 */
export function randomStream(seed: number): RandomStream {
  const [low, high] = twoWords(seed);
  return streamOf(low, high);
}
