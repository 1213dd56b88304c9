import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { completeLock, type Lock } from "../scripts/complete-lock/complete-lock.ts";
import { arrows, sourceFiles } from "./house.ts";

const root = path.resolve(import.meta.dirname, "..");
const workspaces = Object.keys(arrows);

type Manifest = {
  readonly license?: string;
  readonly workspaces?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
};

function readJson<Content>(...place: string[]): Content {
  return JSON.parse(readFileSync(path.join(root, ...place), "utf8")) as Content;
}

test("the workspaces are the rooms of the house, and no others", () => {
  const { workspaces: declared = [] } = readJson<Manifest>("package.json");
  expect([...declared].sort((a, b) => a.localeCompare(b))).toEqual(
    [...workspaces].sort((a, b) => a.localeCompare(b)),
  );
});

describe.each(Object.entries(arrows))("%s", (workspace, allowed) => {
  const manifest = readJson<Manifest>(workspace, "package.json");
  const declared = { ...manifest.dependencies, ...manifest.devDependencies };
  const ours = Object.keys(declared)
    .filter((name) => name.startsWith("@koers/"))
    .map((name) => name.slice("@koers/".length));

  test("declares no workspace outside its arrows", () => {
    expect(ours.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  test("refers its compiler to what it declares, and to nothing else", () => {
    type Config = { readonly references: readonly { readonly path: string }[] };
    const { references } = readJson<Config>(workspace, "tsconfig.json");
    const referred = references.map((reference) => reference.path.replace(/^\.\.\//, ""));
    expect(new Set(referred)).toEqual(new Set(ours));
  });

  test("imports no workspace outside its arrows", () => {
    const imported = sourceFiles(workspace).flatMap(({ file, text }) =>
      [...text.matchAll(/from "@koers\/([a-z]+)[^"]*"|import\("@koers\/([a-z]+)[^"]*"\)/g)]
        .map((match) => match[1] ?? match[2] ?? "")
        .filter((name) => !allowed.includes(name))
        .map((name) => `${file} imports ${name}`),
    );
    expect(imported).toEqual([]);
  });

  test("names what is two folders up from the workspace's root", () => {
    const climbing = sourceFiles(workspace)
      .filter(({ text }) => /from "\.\.\/\.\.\//.test(text))
      .map(({ file }) => file);
    expect(climbing).toEqual([]);
  });

  test("pins every dependency to one version", () => {
    const loose = Object.entries({ ...declared, ...manifest.optionalDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  test("says its licence", () => {
    const publishable = workspace === "kernels" || workspace === "formats";
    expect(manifest.license).toBe(publishable ? "MIT" : "AGPL-3.0-or-later");
    if (!publishable) return;
    for (const file of ["LICENSE", "README.md"]) {
      expect(manifest.files).toContain(file);
      expect(existsSync(path.join(root, workspace, file))).toBe(true);
    }
  });

  test("has no drawer for odds and ends", () => {
    const drawers = sourceFiles(workspace)
      .map(({ file }) => file)
      .filter((file) =>
        /(^|\/)(utils?|helpers?|common|lib|misc)(\/|\.tsx?$)|(^|\/)types\.ts$/.test(file),
      );
    expect(drawers).toEqual([]);
  });

  test("keeps its barrels to the workspace and its rooms", () => {
    const barrels = sourceFiles(workspace)
      .map(({ file }) => file)
      .filter((file) => /\/index\.tsx?$/.test(file))
      .filter((file) => file.split("/").length > 5);
    expect(barrels).toEqual([]);
  });

  test("has no file over 600 lines", () => {
    const sizes = sourceFiles(workspace).map(({ file, text }) => ({
      file,
      lines: text.split("\n").length - 1,
    }));
    const long = sizes.filter(({ lines }) => lines > 400);
    for (const { file, lines } of long) console.log(`look again at ${file}: ${lines} lines`);
    expect(long.filter(({ lines }) => lines > 600)).toEqual([]);
  });

  test("climbs no further than its own folder's neighbours", () => {
    const climbs = sourceFiles(workspace).flatMap(({ file, text }) =>
      [...text.matchAll(/(?:from|import\() ?"((?:\.\.\/){3,}[^"]*)"/g)].map(
        ([, target]) => `${file} imports ${target ?? ""}`,
      ),
    );
    expect(climbs).toEqual([]);
  });
});

test("what is pure asks no clock and no generator", () => {
  const asks = ["kernels", "formats", "business", "example", "contract"]
    .flatMap(sourceFiles)
    .flatMap(({ file, text }) =>
      [...text.matchAll(/new Date\(\)|Date\.now\(|Math\.random\(|randomUUID\(/g)].map(
        ([found]) => `${file}: ${found}`,
      ),
    );
  expect(asks).toEqual([]);
});

test("the rooms have one name everywhere", () => {
  const rooms = new Set(
    ["books", "customers", "choice", "experience", "actions", "course", "people"].concat(
      // What the pages have besides: the start, today, and the settings of the people's room.
      ["start", "today", "settings"],
    ),
  );
  const places = ["business/src", "server/src/http", "web/src/rooms", "database/src/queries"];
  const strangers = places.flatMap((place) =>
    readdirSync(path.join(root, place), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !rooms.has(entry.name))
      .map((entry) => `${place}/${entry.name}`),
  );
  expect(strangers).toEqual([]);
});

test("the pages are drawn with controls of our own", () => {
  const everything = ["", ...workspaces].flatMap((workspace) => {
    const { dependencies, devDependencies } = readJson<Manifest>(workspace, "package.json");
    return Object.keys({ ...dependencies, ...devDependencies });
  });
  expect(everything.filter((name) => /^@(mantine|mui|chakra-ui)\//.test(name))).toEqual([]);
});

test("at most thirty packages of others run in production", () => {
  const others = new Set(
    workspaces.flatMap((workspace) =>
      Object.keys(readJson<Manifest>(workspace, "package.json").dependencies ?? {}).filter(
        (name) => !name.startsWith("@koers/"),
      ),
    ),
  );
  expect(others.size).toBeLessThanOrEqual(30);
});

test("the lock has a place for every kind of machine (else: npm run lock)", () => {
  expect(completeLock(readJson<Lock>("package-lock.json")).added).toEqual([]);
});
