import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

test("no command leans on a script before it, which npm passes over where ignore-scripts is set", () => {
  expect(Object.keys(scripts).filter((name) => /^(pre|post)/.test(name))).toEqual([]);
});

test("the commands of the README install what is missing, and bring their own Node", () => {
  for (const name of ["start", "dev", "test", "koers"])
    expect(scripts[name]).toMatch(/^node scripts\/run\.mjs /);
});

test("a command begun by another Node runs on the one that Koers brings, with its own exit code", () => {
  const version = execFileSync(
    process.execPath,
    [path.join(root, "scripts/run.mjs"), "cli/src/main.ts", "--version"],
    { encoding: "utf8" },
  );
  expect(version.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  expect(() =>
    execFileSync(
      process.execPath,
      [path.join(root, "scripts/run.mjs"), "cli/src/main.ts", "no-such-command"],
      { stdio: "ignore" },
    ),
  ).toThrow(expect.objectContaining({ status: 2 }));
});
