import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Finding, Guard } from "./fault.ts";

/** Has a guard look at a copy with its faults, and gives back all that it says. */
export const look: Readonly<
  Record<Guard, (root: string, files: readonly string[]) => readonly Finding[]>
> = {
  biome(root, files) {
    const answer = run(root, "@biomejs/biome/bin/biome", [
      ...["lint", "--reporter=json", "--max-diagnostics=none", ...files],
    ]);
    const { diagnostics } = JSON.parse(answer) as {
      readonly diagnostics: readonly {
        readonly category: string;
        readonly location: { readonly path: string | { readonly file: string } };
      }[];
    };
    return diagnostics.map(({ category, location }) => ({
      file: typeof location.path === "string" ? location.path : location.path.file,
      said: category,
    }));
  },

  oxlint(root, files) {
    const answer = run(root, "oxlint/bin/oxlint", ["--format=json", ...files]);
    const { diagnostics } = JSON.parse(answer) as {
      readonly diagnostics: readonly { readonly code: string; readonly filename: string }[];
    };
    return diagnostics.map(({ code, filename }) => ({ file: filename, said: code }));
  },

  architecture(root) {
    return failedTests(root, ["test/architecture.test.ts"]).map((name) => ({
      file: "",
      said: name,
    }));
  },

  compiler(root) {
    // The contract by itself and last: what refers to a workspace that does not compile is not looked at.
    const answer = ["kernels", "formats", "phrases"].map((workspace) =>
      run(root, "typescript/bin/tsc", ["-p", workspace, "--noEmit", "--pretty", "false"]),
    );
    answer.push(
      run(root, "typescript/bin/tsc", ["-p", "contract", "--noEmit", "--pretty", "false"]),
    );
    return answer.flatMap((text) =>
      [...text.matchAll(/^(\S+?)\(\d+,\d+\): error (TS\d+):/gm)].map(
        ([, file = "", code = ""]) => ({ file, said: code }),
      ),
    );
  },

  database(root) {
    return failedTests(root, ["database/test/catalogue"]).map((name) => ({ file: "", said: name }));
  },
};

function run(root: string, program: string, args: readonly string[]): string {
  const place = path.join(root, "node_modules", program);
  const done = spawnSync(process.execPath, [place, ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.error !== undefined) throw done.error;
  return done.stdout;
}

function failedTests(root: string, tests: readonly string[]): readonly string[] {
  const report = path.join(root, "report.json");
  // Tests of the copy are not tests of whoever started this.
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|KOERS_TEST_)/.test(name)),
  );
  const done = spawnSync(
    process.execPath,
    [
      ...[path.join(root, "node_modules/vitest/vitest.mjs"), "run"],
      ...["--reporter=json", `--outputFile=${report}`, ...tests],
    ],
    { cwd: root, encoding: "utf8", env: environment, maxBuffer: 64 * 1024 * 1024 },
  );
  if (!existsSync(report)) throw new Error(`vitest left no report:\n${done.stdout}${done.stderr}`);
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as {
    readonly testResults: readonly {
      readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
    }[];
  };
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === "failed").map(({ fullName }) => fullName),
  );
}
