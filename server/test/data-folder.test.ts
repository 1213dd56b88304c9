import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { prepareDataFolder } from "../src/data-folder.ts";

const place = mkdtempSync(join(tmpdir(), "koers-folder-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

test("a data folder is made with those above it, and may be there already", async () => {
  const folder = join(place, "a/b/c");
  await prepareDataFolder(folder);
  await prepareDataFolder(folder);
  expect(existsSync(folder)).toBe(true);
});

test("a file in the place of the folder is said to be unusable", async () => {
  writeFileSync(join(place, "file"), "");
  for (const folder of [join(place, "file"), join(place, "file/data")]) {
    await expect(prepareDataFolder(folder)).rejects.toMatchObject({
      code: "data-folder-not-writable",
    });
  }
});

test.skipIf(process.platform !== "linux")("a place where nothing can be made is given up", () =>
  expect(prepareDataFolder("/proc/koers/data")).rejects.toMatchObject({
    code: "data-folder-not-writable",
  }),
);
