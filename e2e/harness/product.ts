import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** Koers as `npm start` runs it, on a data folder and a port of its own. */
export type Product = {
  readonly url: string;
  readonly dataFolder: string;
  readonly pid: number;
  /** What it printed so far. */
  readonly output: () => string;
  /** Ends it in order, and removes the data folder. */
  readonly stop: () => Promise<void>;
};

export type ProductOptions = {
  /** Kept when it stops; without it, a fresh folder that goes. */
  readonly dataFolder?: string;
  readonly environment?: Readonly<Record<string, string>>;
};

const patience = 120_000;

/** Resolves when Koers serves. Throws with what it printed when it does not. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(path.join(tmpdir(), "koers-product-")));
  const url = `http://localhost:${await freePort()}`;
  const child = spawn(
    process.execPath,
    ["--conditions=source", path.join(root, "scripts/start.ts")],
    {
      cwd: root,
      env: {
        ...settings(),
        KOERS_DATA: dataFolder,
        KOERS_PORT: new URL(url).port,
        LANG: "en_GB.UTF-8",
        CI: "1",
        ...options.environment,
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const ended = endOf(child);
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    if (options.dataFolder === undefined) await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    await untilServing(url, ended);
  } catch (error) {
    await stop();
    throw new Error(`Koers did not start: ${String(error)}\n${output}`);
  }
  return { url, dataFolder, pid: child.pid as number, output: () => output, stop };
}

/** Without the settings of who runs the tests: the product is the one of a first start. */
function settings(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined &&
        !/^(KOERS_|DATABASE_|VITEST|NODE_ENV$|NODE_OPTIONS$|LC_ALL$)/.test(entry[0]),
    ),
  );
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.on("error", (error) => resolve(String(error)));
    child.on("exit", (code, signal) => resolve(`it ended with ${String(code ?? signal)}`));
  });
}

async function untilServing(url: string, ended: Promise<string>): Promise<void> {
  let end: string | null = null;
  void ended.then((reason) => {
    end = reason;
  });
  const until = performance.now() + patience;
  let last = "";
  while (performance.now() < until) {
    if (end !== null) throw new Error(end);
    try {
      const answer = await fetch(`${url}/api/v1/session`);
      if (answer.ok) return;
      last = `status ${answer.status}`;
    } catch (error) {
      last = String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing served within ${patience / 1000} s (${last})`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
