import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import * as kernels from "@koers/kernels";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FolderServer, serveFolder } from "./harness/folder-server.ts";
import { openBrowser, type Visit, visit } from "./harness/page.ts";

type Kernels = typeof kernels;
/** Every number that a piece of work gave, by name. */
type Figures = Readonly<Record<string, readonly number[]>>;

/** As many customers as CDNOW's, with its parameters, over a year of weeks. */
function lifetimeValue({ randomStream, ...value }: Kernels): Figures {
  const customers = 2_357;
  const stream = randomStream(2_357);
  const repeats = new Float64Array(customers);
  const last = new Float64Array(customers);
  const age = new Float64Array(customers);
  for (let customer = 0; customer < customers; customer += 1) {
    const rate = stream.gamma(0.243) / 4.414;
    const leaving = stream.beta(0.793, 2.426);
    const end = (189 + stream.integer(84)) / 7;
    age[customer] = end;
    let moment = 0;
    for (let alive = true; alive; alive = stream.uniform() > leaving) {
      moment -= Math.log(stream.uniform()) / rate;
      if (moment > end) break;
      repeats[customer] = (repeats[customer] as number) + 1;
      last[customer] = Math.ceil(moment * 7) / 7;
      if ((last[customer] as number) > end) last[customer] = end;
    }
  }
  const history = { repeats, last, age };
  const fit = value.fitBetaGeometric(history, "bg-nbd");
  if (fit.kind !== "fitted") throw new Error(fit.kind);
  const { r, alpha, a, b } = fit.parameters;
  const posterior = value.betaGeometricPosterior(history, "bg-nbd", "weak", stream.split(1));
  if (posterior.kind !== "drawn") throw new Error(posterior.kind);
  return {
    fit: [r, alpha, a, b, fit.logLikelihood],
    posterior: Object.values(posterior.summary).flatMap((each) => Object.values(each)),
    alive: [...value.probabilityAlive(history, "bg-nbd", fit.parameters)],
    orders: [...value.expectedOrders(history, "bg-nbd", fit.parameters, 52)],
  };
}

/** Four hundred customers with eight traits, one of which tells. */
function profile({ randomStream, discoverProfile, searchSubgroups }: Kernels): Figures {
  const customers = 400;
  const stream = randomStream(400);
  const traits = Array.from({ length: 8 }, () => ({
    levels: 4,
    codes: Int32Array.from({ length: customers }, () => stream.integer(4)),
  }));
  const hits = Uint8Array.from({ length: customers }, (_, row) =>
    Number(stream.uniform() < (traits[0]?.codes[row] === 1 ? 0.6 : 0.2)),
  );
  const target = { kind: "share", hits } as const;
  const found = discoverProfile(traits, target, stream.split(1), { depth: 2, permutations: 200 });
  if (found.kind !== "profile") throw new Error(found.kind);
  return {
    search: searchSubgroups(traits, target).flatMap(({ rows, average, quality, conditions }) => [
      rows,
      average,
      quality,
      ...conditions.flatMap(({ trait, level }) => [trait, level]),
    ]),
    rules: found.rules.flatMap((rule) => [rule.quality, rule.significance, rule.stability]),
    heldOut: [found.heldOut.inside.average, found.heldOut.elsewhere.average],
  };
}

// Engines of another version differ in the last bits of exp, log and pow: 1e-12 was seen.
const tolerance = 1e-9;

/** The furthest that two engines are apart, as a share of the figure. */
function furthest(here: readonly number[], there: readonly number[]): number {
  expect(there.length).toBe(here.length);
  return Math.max(
    ...here.map((figure, at) => {
      const other = there[at] as number;
      return figure === other ? 0 : Math.abs(figure - other) / Math.abs(figure);
    }),
  );
}

describe("the kernels in a page", () => {
  let browser: Browser;
  let server: FolderServer;
  let visitor: Visit;
  beforeAll(async () => {
    const workspace = path.resolve(import.meta.dirname, "../kernels");
    const compiler = createRequire(import.meta.url).resolve("typescript/package.json");
    execFileSync(process.execPath, [path.join(path.dirname(compiler), "bin/tsc"), "-b", workspace]);
    server = await serveFolder(path.join(workspace, "dist"));
    browser = await openBrowser();
    visitor = await visit(browser, { url: server.url });
    await visitor.page.goto("/");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test.each([
    { kernel: "value", work: lifetimeValue },
    { kernel: "profile", work: profile },
  ])("$kernel gives what it gives in Node", async ({ work }) => {
    const there = await visitor.page.evaluate<Figures>(`import("/index.js").then(${String(work)})`);
    const here = work(kernels);
    expect(Object.keys(there)).toEqual(Object.keys(here));
    for (const [name, figures] of Object.entries(here)) {
      expect(figures.every(Number.isFinite), name).toBe(true);
      expect(furthest(figures, there[name] ?? []), name).toBeLessThan(tolerance);
    }
    expect(visitor.faults()).toEqual([]);
  });
});
