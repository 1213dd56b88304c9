// What `npm start`, `npm run dev`, `npm test` and `npm run koers` begin with, on whatever Node the machine
// has: installs what is missing, then runs the script on the Node that Koers brings. Not a `pre` script:
// npm passes those over where `ignore-scripts` is set, as it is here and on many careful machines.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import "./install.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const name = process.platform === "win32" ? "win" : process.platform;
const program = process.platform === "win32" ? "node.exe" : "node";
const brought = path.join(root, "node_modules", `node-${name}-${process.arch}`, "bin", program);
const [major, minor] = process.versions.node.split(".").map(Number);

if (!existsSync(brought) && (major < 22 || (major === 22 && minor < 18))) {
  console.error(
    `Koers brings no Node for this kind of machine (${process.platform}, ${process.arch}), and runs on Node 24;\n` +
      `this is Node ${process.versions.node}. Install Node 24 from https://nodejs.org and run the command again.`,
  );
  process.exit(1);
}

const [script, ...given] = process.argv.slice(2);
const child = spawn(
  existsSync(brought) ? brought : process.execPath,
  ["--conditions=source", path.join(root, script), ...given],
  { stdio: "inherit" },
);
// Whoever stops this one means the other; it decides when it is done.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
// npm that is killed does not always say so: without it nobody would stop what it started.
const parent = process.ppid;
setInterval(() => process.ppid === parent || child.kill("SIGTERM"), 1000).unref();
child.on("exit", (code, signal) => {
  if (signal === null) process.exit(code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
