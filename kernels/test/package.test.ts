import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const workspace = path.resolve(import.meta.dirname, "..");
const readme = readFileSync(path.join(workspace, "README.md"), "utf8");
const compiler = path.join(
  path.dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
  "bin/tsc",
);
const project = mkdtempSync(path.join(tmpdir(), "koers-package-"));
const installed = path.join(project, "node_modules/@koers/kernels");

/** The contents of the first block of this kind in the README. */
function block(kind: string): string {
  const found = new RegExp(`\`\`\`${kind}\n(.*?)\`\`\``, "s").exec(readme)?.[1];
  if (found === undefined) throw new Error(`The README has no block of ${kind}`);
  return found;
}

function npm(inFolder: string, ...options: readonly string[]): string {
  return execFileSync("npm", [...options, "--ignore-scripts", "--loglevel=error"], {
    cwd: inFolder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
}

function node(...options: readonly string[]): string {
  try {
    return execFileSync(process.execPath, options, { cwd: project, encoding: "utf8" });
  } catch (error) {
    // The compiler tells on standard output what is wrong.
    throw new Error((error as { readonly stdout: string }).stdout, { cause: error });
  }
}

beforeAll(() => {
  node(compiler, "-b", workspace);
  const packed = npm(workspace, "pack", "--pack-destination", project).trim();
  writeFileSync(path.join(project, "package.json"), `{ "type": "module", "private": true }`);
  npm(project, "install", "--offline", "--no-audit", "--no-fund", `./${packed}`);
}, 120_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

test("the example of the README prints in an empty project what the README says", () => {
  writeFileSync(path.join(project, "example.js"), block("js"));
  expect(node("example.js")).toBe(block("text"));
});

test("the example compiles strictly against the types in the package", () => {
  writeFileSync(path.join(project, "example.ts"), block("js"));
  const strictly = ["--strict", "--noUncheckedIndexedAccess", "--skipLibCheck", "false"];
  const newest = ["--module", "nodenext", "--target", "es2024", "--lib", "es2024,dom"];
  expect(node(compiler, "--noEmit", "--types", "", ...strictly, ...newest, "example.ts")).toBe("");
});

test("a wrong use does not compile", () => {
  writeFileSync(
    path.join(project, "wrong.ts"),
    `import { fitBetaGeometric } from "@koers/kernels";\nfitBetaGeometric("orders", "bg-nbd");\n`,
  );
  expect(() =>
    node(compiler, "--noEmit", "--types", "", "--module", "nodenext", "wrong.ts"),
  ).toThrow("wrong.ts(2,18)");
});

test("the package holds the compiled rooms, their types and sources, and no tests", () => {
  const files = readdirSync(installed, { recursive: true, encoding: "utf8" }).map((name) =>
    name.replaceAll(path.sep, "/"),
  );
  for (const room of ["numeric", "value", "survey", "simulation"])
    for (const file of [`dist/${room}/index.js`, `dist/${room}/index.d.ts`, `src/${room}/index.ts`])
      expect(files).toContain(file);
  expect(files.filter((name) => /(^|\/)test\/|\.test\.|tsbuildinfo/.test(name))).toEqual([]);
  expect(readdirSync(path.join(project, "node_modules/@koers"))).toEqual(["kernels"]);
});
