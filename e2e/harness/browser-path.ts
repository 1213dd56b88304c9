import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

export type BrowserLaunch = {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
};

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

// Nothing of what browsers do on their own account: tests also run without a network.
const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * The browser of this machine (`CHROMIUM` names one, `CHROMIUM=npm` the one from npm), else the one
 * that an npm package carries for Linux.
 */
export async function findBrowser(): Promise<BrowserLaunch> {
  const asked = process.env["CHROMIUM"];
  // Chromium refuses to sandbox when it runs as root.
  const args = process.getuid?.() === 0 ? [...quiet, "--no-sandbox"] : [...quiet];
  const env = environment();
  const found = asked === "npm" ? undefined : [asked, ...installed].find(isThere);
  if (found !== undefined) return { executablePath: found, args, env };
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("No Chrome or Chromium was found. Install one, or set CHROMIUM to its path.");
  }
  const folder = await unpacked();
  return {
    executablePath: path.join(folder, "chromium"),
    args: [...args, "--no-sandbox"],
    env: {
      ...env,
      LD_LIBRARY_PATH: path.join(folder, "al2023/lib"),
      FONTCONFIG_FILE: path.join(folder, fontsFile),
    },
  };
}

function isThere(place: string | undefined): place is string {
  return place !== undefined && existsSync(place);
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}

const fontsFile = "koers-fonts.conf";

// The package's own list names folders of the cloud it was made for, and without a font Chromium ends
// at the first letter.
function fontsIn(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

/** Unpacks the package's browser once per version, beside the other caches. */
async function unpacked(): Promise<string> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve("@sparticuz/chromium");
  const home = entry.slice(0, entry.lastIndexOf("chromium") + "chromium".length);
  const { version } = require(path.join(home, "package.json")) as { version: string };
  const cache = path.resolve(import.meta.dirname, "../../node_modules/.cache");
  const folder = path.join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const partly = await mkdtemp(path.join(cache, "unpacking-"));
  const { TMPDIR: before } = process.env;
  // The package unpacks into the folder for temporary files, and knows no other.
  process.env["TMPDIR"] = partly;
  try {
    const { inflate } = await import("@sparticuz/chromium");
    const bin = path.join(home, "bin");
    for (const file of await readdir(bin)) await inflate(path.join(bin, file));
    await writeFile(path.join(partly, fontsFile), fontsIn(folder));
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
  try {
    await rename(partly, folder);
  } catch (error) {
    // Another run was faster.
    await rm(partly, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
