import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { afterEach, expect, test } from "vitest";
import { servePages } from "../../src/pages/serve-pages.ts";

const folder = mkdtempSync(join(tmpdir(), "koers-pages-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("pages that were built again are found under a server that runs", async () => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<p>first</p>");
  writeFileSync(join(folder, "assets/first.js"), "1");
  const application = new Hono().use("*", servePages(folder));
  const statusOf = async (path: string) => (await application.request(path)).status;
  expect(await statusOf("/assets/first.js")).toBe(200);

  rmSync(join(folder, "assets/first.js"));
  writeFileSync(join(folder, "assets/second.js"), "2");
  expect(await statusOf("/assets/first.js")).toBe(404);
  expect(await statusOf("/assets/second.js")).toBe(200);
  expect(await statusOf("/customers/1")).toBe(200);
});
