import { afterAll, beforeAll, expect, it } from "vitest";
import { writeFileSync } from "node:fs";
import { type Koers, openKoers } from "./open-koers.ts";
import { mutantFolders, readManifest } from "./manifest.ts";
import { tryMutants } from "./try-mutant.ts";
let koers: Koers;
beforeAll(async () => { koers = await openKoers(); });
afterAll(() => koers.close());
it("works", async () => {
  const all: unknown[] = [];
  for (const folder of mutantFolders) {
    const t = performance.now();
    const out = await tryMutants(koers, readManifest(folder));
    console.log(folder, performance.now() - t);
    for (const o of out.values()) all.push({ f: o.mutant.name, e: o.mutant.expect, c: o.mutant.code, v: o.verdict, conf: o.confirmed, left: o.leftBehind, cust: o.customers, ext: o.externalIds, pacc: o.preview.files[0]?.accepted, pprob: o.preview.files[0]?.problems.map(p=>p.code), iprob: o.inspected.problems.map(p=>p.code), state: o.preview.state, perr: o.preview.error });
  }
  writeFileSync("/tmp/out.json", all.map(a => JSON.stringify(a)).join("\n"));
  expect(1).toBe(1);
}, 300000);
