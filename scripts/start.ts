// `npm start`: builds the pages where they are older than their sources, starts Koers, says where it
// is, and opens a browser when somebody is looking.

import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createPhrases } from "@koers/phrases";
import { explainStart, type RunningServer, startServer } from "@koers/server";
import { buildPages } from "./start/build-pages.ts";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const language = /^nl/i.test(process.env["LC_ALL"] ?? process.env["LANG"] ?? "") ? "nl" : "en";
const phrases = createPhrases(language);
const { t } = phrases;

// `npm run dev` has Vite serve the pages.
const withPages = !process.argv.includes("--without-pages");
if (withPages) await buildPages(root, () => console.error(t("starting.building")));
const server = await start();
if (server !== null) {
  console.log(t("starting.ready", { url: server.url }));
  console.log(t("starting.data", { folder: server.dataFolder }));
  if (server.setupCode !== null) {
    console.log(t("starting.setupCode", { code: server.setupCode }));
    if (server.url.startsWith("http:")) console.log(t("starting.reachable"));
  }
  console.log(t("starting.stop"));
  stopOnSignal(server);
  if (withPages && process.stdout.isTTY && process.env["CI"] === undefined) openBrowser(server.url);
}

async function start(): Promise<RunningServer | null> {
  const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  try {
    const webFolder = withPages ? path.join(root, "web/dist/app") : null;
    return await startServer({ webFolder, version });
  } catch (error) {
    const sentence = explainStart(phrases, error);
    if (sentence === null) throw error;
    console.error(sentence);
    process.exitCode = 1;
    return null;
  }
}

function stopOnSignal(running: RunningServer): void {
  let asked: number | null = null;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      // One Ctrl+C arrives several times: from the terminal, and again from npm. Asked twice: whoever
      // asks will not wait.
      if (asked !== null && performance.now() - asked > 500) process.exit(1);
      if (asked !== null) return;
      asked = performance.now();
      console.error(t("starting.stopping"));
      void running.stop().then(() => process.exit(0));
    });
  }
}

function openBrowser(url: string): void {
  const commands = { darwin: "open", win32: "explorer", linux: "xdg-open" } as const;
  const command = commands[process.platform as keyof typeof commands] ?? "xdg-open";
  const opened = spawn(command, [url], { stdio: "ignore", detached: true });
  // No browser, or no way to open one: the address is printed.
  opened.on("error", () => undefined);
  opened.unref();
}
