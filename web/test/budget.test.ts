import path from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

const initialLimit = 200;
const routeLimit = 60;

let chunks: ReadonlyMap<string, Rolldown.OutputChunk>;

beforeAll(async () => {
  // Else React is built as for tests: larger than what people get.
  vi.stubEnv("NODE_ENV", "production");
  const root = path.join(import.meta.dirname, "..");
  const built = await build({
    configFile: path.join(root, "vite.config.ts"),
    logLevel: "error",
    build: { write: false },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  chunks = new Map(
    output.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file] as const] : [])),
  );
}, 60_000);

afterAll(() => {
  vi.unstubAllEnvs();
});

/** A chunk with everything that must be there before it runs. */
function needed(fileName: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(fileName)) return found;
  found.add(fileName);
  for (const other of chunks.get(fileName)?.imports ?? []) needed(other, found);
  return found;
}

function initial(): ReadonlySet<string> {
  const entries = [...chunks.values()].filter(({ isEntry }) => isEntry);
  return new Set(entries.flatMap(({ fileName }) => [...needed(fileName)]));
}

/** Kilobytes on the wire. */
function weight(fileNames: Iterable<string>): number {
  let bytes = 0;
  for (const name of fileNames) bytes += gzipSync(chunks.get(name)?.code ?? "").byteLength;
  return bytes / 1000;
}

test(`the first page weighs at most ${initialLimit} kB`, () => {
  expect(weight(initial())).toBeGreaterThan(50);
  expect(weight(initial())).toBeLessThanOrEqual(initialLimit);
});

test(`each page that comes later weighs at most ${routeLimit} kB more`, () => {
  const already = initial();
  const routes = [...chunks.values()].filter(
    ({ fileName, isDynamicEntry }) => isDynamicEntry && !already.has(fileName),
  );
  expect(routes.length).toBeGreaterThan(10);
  for (const { fileName } of routes) {
    const more = [...needed(fileName)].filter((name) => !already.has(name));
    expect(weight(more), fileName).toBeLessThanOrEqual(routeLimit);
  }
});

test("the shapes of the contract stay on the server", () => {
  const modules = [...chunks.values()].flatMap(({ moduleIds }) => moduleIds);
  expect(modules.filter((id) => /\/node_modules\/zod\//.test(id))).toEqual([]);
  expect(modules.filter((id) => /\/contract\/src\/(?!client\.ts)/.test(id))).toEqual([]);
});
