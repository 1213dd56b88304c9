import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import * as kernels from "../src/index.ts";

const workspace = path.resolve(import.meta.dirname, "..");
const rooms = readFileSync(path.join(workspace, "README.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && line.includes("`"));

test("every function that the README names is exported", () => {
  const named = rooms.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((name) => !((name as string) in kernels))).toEqual([]);
});

test("every page that the README names is there", () => {
  const pages = rooms.flatMap((row) => [...row.matchAll(/\]\((.+?)\)/g)].map(([, page]) => page));
  expect(pages.length).toBeGreaterThan(15);
  expect(pages.filter((page) => !existsSync(path.join(workspace, page as string)))).toEqual([]);
});
