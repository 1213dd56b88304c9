import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";

/** What the pages are made from, from the root of the repository. */
const sources = ["web", "contract/src", "kernels/src", "phrases/src", "package-lock.json"];

/** Builds the pages unless they are there and newer than everything that they are made from. */
export async function buildPages(root: string, onBuild: () => void): Promise<void> {
  const built = await changedAt(path.join(root, "web/dist/app/index.html"));
  const changes = await Promise.all(sources.map((source) => newestIn(path.join(root, source))));
  if (built > Math.max(...changes)) return;
  onBuild();
  await runBuild(root);
}

/** In a process of its own: what a build takes of memory, Koers would keep for as long as it runs. */
async function runBuild(root: string): Promise<void> {
  const vite = path.join(root, "node_modules/vite/bin/vite.js");
  const child = spawn(process.execPath, [vite, "build", "web", "--logLevel", "error"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`The pages could not be built: vite ended with ${String(code)}`);
}

async function newestIn(place: string): Promise<number> {
  const found = await stat(place);
  if (!found.isDirectory()) return found.mtimeMs;
  const entries = await readdir(place, { withFileTypes: true });
  const kept = entries.filter(({ name }) => !["dist", "test", "node_modules"].includes(name));
  const changes = await Promise.all(kept.map(({ name }) => newestIn(path.join(place, name))));
  return Math.max(0, ...changes);
}

async function changedAt(file: string): Promise<number> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return 0;
    throw error;
  }
}
