// `npm run dev`: Koers on http://localhost:4400, started again when its sources change, and its pages
// on http://localhost:4401 by Vite, which changes them in place.

import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const koers = spawn(
  process.execPath,
  ["--watch", "--conditions=source", path.join(root, "scripts/start.ts"), "--without-pages"],
  { stdio: "inherit", cwd: root },
);
const pages = await createServer({ configFile: path.join(root, "web/vite.config.ts") });
await pages.listen();
pages.printUrls();

// Ctrl+C reaches both; Vite is ended when Koers has ended.
process.on("SIGINT", () => undefined);
koers.on("exit", (code) => {
  void pages.close().then(() => process.exit(code ?? 0));
});
