/** One way to spoil one part of a call, and where. */
export type Spoilt = { readonly what: string; readonly input: readonly unknown[] };

const spoiltNumbers = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -1,
  0,
  0.5,
  1e300,
  5e-324,
];

const results = new WeakSet<object>();

/** Marks what a kernel gave and another takes: it is handed on whole, never spoilt. */
export function asGiven<Result extends object>(result: Result): Result {
  results.add(result);
  return result;
}

type List = Float64Array | Int32Array | Uint8Array | readonly unknown[];

function isList(value: unknown): value is List {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !isList(value);
}

/**
 * Every call that is one fault away from a good one: each number replaced in turn, each list emptied, cut
 * to one, made all equal, or given one bad number at its second place. Functions are left alone.
 */
export function spoil(input: readonly unknown[]): readonly Spoilt[] {
  return input.flatMap((part, at) =>
    variants(part).map(({ what, value }) => ({
      what: `argument ${at + 1}${what}`,
      input: input.map((other, place) => (place === at ? value : other)),
    })),
  );
}

function variants(value: unknown): readonly { readonly what: string; readonly value: unknown }[] {
  if (typeof value === "number")
    return spoiltNumbers.map((number) => ({ what: ` = ${number}`, value: number }));
  if (isList(value)) return ofList(value);
  if (!isRecord(value) || results.has(value)) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    variants(part).map(({ what, value: spoilt }) => ({
      what: `.${key}${what}`,
      value: { ...value, [key]: spoilt },
    })),
  );
}

function ofList(list: List): readonly { readonly what: string; readonly value: unknown }[] {
  const items = [...list];
  if (items.every((item) => typeof item === "number")) {
    const cut = [
      { what: " empty", value: [] },
      { what: " of one", value: items.slice(0, 1) },
      { what: " all equal", value: items.map(() => items[0]) },
      { what: " all zero", value: items.map(() => 0) },
    ];
    const place = Math.min(1, items.length - 1);
    const bad = spoiltNumbers.map((number) => ({
      what: `[${place}] = ${number}`,
      value: items.map((item, at) => (at === place ? number : item)),
    }));
    return items.length === 0 ? [] : [...cut, ...bad];
  }
  const inside = items.flatMap((item, at) =>
    variants(item).map(({ what, value }) => ({
      what: `[${at}]${what}`,
      value: items.map((other, place) => (place === at ? value : other)),
    })),
  );
  return [{ what: " empty", value: [] }, ...inside];
}

/** Where something in a result is not a number; undefined if nothing is. */
export function notANumber(value: unknown, place = "result"): string | undefined {
  if (typeof value === "number") return Number.isNaN(value) ? place : undefined;
  if (isList(value)) {
    for (const [at, item] of [...value].entries()) {
      const found = notANumber(item, `${place}[${at}]`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  for (const [key, item] of Object.entries(value)) {
    const found = notANumber(item, `${place}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
