import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EngineEvent } from "@koers/database";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockFolder } from "../../../src/engine/embedded/folder-lock.ts";
import { type Layout, layoutOf } from "../../../src/engine/embedded/layout.ts";
import { processStart } from "../../../src/engine/embedded/process-identity.ts";

let folder: string;
let layout: Layout;
let events: EngineEvent[];
const log = (event: EngineEvent) => events.push(event);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "koers-lock-"));
  layout = layoutOf(folder);
  mkdirSync(layout.root);
  events = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a folder is taken once, and free again when given back", () => {
  const unlock = lockFolder(layout, log);
  expect(() => lockFolder(layout, log)).toThrow("data-folder-in-use");
  unlock();
  expect(existsSync(layout.lock)).toBe(false);
  lockFolder(layout, log)();
  expect(readdirSync(layout.root)).toEqual([]);
});

test.each([
  ["of a process that is gone", { pid: 99_999_999, started: "boot 1", token: "gone" }],
  ["of a number that another process has now", { pid: process.pid, started: "boot 1", token: "x" }],
])("a lock %s is taken over", (_, owner) => {
  writeFileSync(layout.lock, JSON.stringify(owner));
  lockFolder(layout, log)();
  expect(events).toEqual([{ event: "engine-lock-stale", pid: owner.pid }]);
  expect(readdirSync(layout.root)).toEqual([]);
});

test("a lock torn by a power cut is taken over", () => {
  writeFileSync(layout.lock, '{"pid": 12');
  lockFolder(layout, log)();
  expect(readdirSync(layout.root)).toEqual([]);
});

test("giving back does not remove what someone else took meanwhile", () => {
  const unlock = lockFolder(layout, log);
  const other = { pid: process.pid, started: processStart(process.pid), token: "other" };
  writeFileSync(layout.lock, JSON.stringify(other));
  unlock();
  expect(() => lockFolder(layout, log)).toThrow("data-folder-in-use");
});
