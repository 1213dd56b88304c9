// Comes before `npm start`, `npm test` and `npm run koers` (see run.mjs), on whatever Node the machine has
// (20.19 or newer): installs what is missing, so that a fresh clone needs no other command.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Koers needs Node 20.19 or newer to set itself up; this is Node ${process.versions.node}.\n` +
      "Install a current Node from https://nodejs.org and run the command again.",
  );
  process.exit(1);
}

const lock = createHash("sha256")
  .update(readFileSync(path.join(root, "package-lock.json")))
  .digest("hex");
const stamp = path.join(root, "node_modules", ".koers-installed");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  console.error("Koers: installing packages (first start only, about a minute) ...");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ["ignore", 2, 2] })
    : spawnSync("npm", args, {
        cwd: root,
        stdio: ["ignore", 2, 2],
        shell: process.platform === "win32",
      });
  if (run.status !== 0) {
    console.error(
      "Koers could not install its packages. Check that this machine reaches the npm registry and that\n" +
        `${root} can be written to, then run the command again.`,
    );
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}
