import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");

/** Every workspace, and the ones it may import: `docs/architecture.md` draws them. */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  kernels: [],
  formats: [],
  contract: [],
  example: [],
  database: ["contract"],
  phrases: ["contract"],
  business: ["kernels", "formats", "database", "contract"],
  // The example firm goes in through the server's one click.
  server: ["business", "database", "contract", "phrases", "example"],
  cli: ["contract", "phrases", "server"],
  web: ["kernels", "contract", "phrases"],
};

/** The sources of a workspace by their path from the root, without tests. */
export function sourceFiles(
  workspace: string,
): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(path.join(root, workspace, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const file = path.posix.join(workspace, "src", name.replaceAll(path.sep, "/"));
      return { file, text: readFileSync(path.join(root, file), "utf8") };
    });
}
