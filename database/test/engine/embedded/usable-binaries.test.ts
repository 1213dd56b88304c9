import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { EngineEvent } from "@koers/database";
import { afterEach, expect, test } from "vitest";
import { layoutOf } from "../../../src/engine/embedded/layout.ts";
import { linkLibraries } from "../../../src/engine/embedded/library-links.ts";
import { locateBinaries } from "../../../src/engine/embedded/locate-binaries.ts";
import { unprivilegedUser } from "../../../src/engine/embedded/unprivileged-user.ts";
import { usableBinaries } from "../../../src/engine/embedded/usable-binaries.ts";

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The package as npm unpacks it without scripts, in a folder that only this user enters. */
function unpacked() {
  const packaged = locateBinaries();
  const folder = mkdtempSync(join(tmpdir(), "koers-binaries-"));
  made.push(folder);
  cpSync(packaged.folder, join(folder, "native"), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !source.endsWith(".a"),
  });
  for (const name of readdirSync(join(folder, "native", "lib"))) {
    if (/^libicu.*\.so(\.60)?$/.test(name)) rmSync(join(folder, "native", "lib", name));
  }
  return { folder: join(folder, "native"), version: `test-${process.pid}` };
}

test.runIf(process.platform === "linux")("links that no script made are made at start", () => {
  const binaries = unpacked();
  expect(readdirSync(join(binaries.folder, "lib"))).not.toContain("libicuuc.so.60");
  expect(linkLibraries(binaries.folder)).toBe(true);
  expect(readdirSync(join(binaries.folder, "lib"))).toContain("libicuuc.so.60");
  const events: EngineEvent[] = [];
  const layout = layoutOf(dirname(binaries.folder));
  // As this user they run where they stand.
  expect(usableBinaries(layout, null, (event) => events.push(event), binaries)).toEqual(binaries);
  expect(events).toEqual([]);
});

test.runIf(process.getuid?.() === 0)(
  "binaries that the engine's user cannot reach are copied once",
  () => {
    const binaries = unpacked();
    const events: EngineEvent[] = [];
    const layout = layoutOf(dirname(binaries.folder));
    const user = unprivilegedUser(layout);
    const first = usableBinaries(layout, user, (event) => events.push(event), binaries);
    made.push(dirname(first.folder));
    expect(first.folder).not.toBe(binaries.folder);
    expect(events).toMatchObject([{ event: "engine-binaries-copied", to: first.folder }]);
    const second = usableBinaries(layout, user, (event) => events.push(event), binaries);
    expect(second).toEqual(first);
    expect(events).toHaveLength(1);
  },
);
