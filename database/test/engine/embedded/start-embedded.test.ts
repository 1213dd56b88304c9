import { spawn } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { EngineEvent } from "@koers/database";
import { Client } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { layoutOf } from "../../../src/engine/embedded/layout.ts";
import { readPostmasterFile } from "../../../src/engine/embedded/postmaster-file.ts";
import { isAlive } from "../../../src/engine/embedded/process-identity.ts";
import { type EmbeddedEngine, startEmbedded } from "../../../src/engine/embedded/start-embedded.ts";

const holder = fileURLToPath(new URL("../../harness/hold-engine.ts", import.meta.url));
const isRoot = process.getuid?.() === 0;

let folder: string;
let events: EngineEvent[];
let running: EmbeddedEngine | null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "koers-embedded-"));
  events = [];
  running = null;
});
afterEach(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(place = folder): Promise<EmbeddedEngine> {
  running = await startEmbedded({ folder: place, log: (event) => events.push(event) });
  return running;
}

async function stop(): Promise<void> {
  await running?.stop();
  running = null;
}

async function ask(engine: EmbeddedEngine, text: string): Promise<unknown> {
  const client = new Client(engine.connections.owner);
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ answer: unknown }>(text);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
}

function seen(event: EngineEvent["event"]): EngineEvent | undefined {
  return events.find((candidate) => candidate.event === event);
}

/** Another process that starts the engine and then holds it; resolves when it is up. */
async function holdElsewhere(place: string) {
  const child = spawn(process.execPath, ["--conditions=source", holder, place], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve) => child.stdout.once("data", () => resolve()));
  return child;
}

test("a first start makes a cluster, a second finds it with what was stored", async () => {
  const coldAt = performance.now();
  const first = await start();
  const cold = performance.now() - coldAt;
  await ask(first, "create table kept as select 42 as answer");
  await stop();
  const warmAt = performance.now();
  const second = await start();
  const warm = performance.now() - warmAt;
  expect(await ask(second, "select answer from kept")).toBe(42);
  console.log(`cold start ${Math.round(cold)} ms, warm ${Math.round(warm)} ms`);
  expect(warm).toBeLessThan(cold);
});

test("it sorts alike everywhere, checks its pages, syncs to disk, and lets nobody in without a password", async () => {
  const engine = await start();
  const settings = [
    ["server_encoding", "UTF8"],
    ["data_checksums", "on"],
    ["fsync", "on"],
    ["full_page_writes", "on"],
    ["synchronous_commit", "on"],
  ];
  for (const [name, value] of settings) {
    expect(await ask(engine, `select current_setting('${name}') as answer`), name).toBe(value);
  }
  const provider =
    "select concat(datlocprovider, datlocale) as answer from pg_database where datname = 'koers'";
  expect(await ask(engine, provider)).toBe("bC.UTF-8");
  const listening = await ask(engine, "select current_setting('listen_addresses') as answer");
  expect(["", "127.0.0.1"]).toContain(listening);
  const intruder = new Client({ ...engine.connections.owner, password: "guess" });
  await expect(intruder.connect()).rejects.toMatchObject({ code: "28P01" });
  const { secrets } = layoutOf(folder);
  expect(statSync(secrets).mode & 0o077).toBe(0);
});

test("the log of the engine tells nothing of what is in the rows", async () => {
  const engine = await start();
  await ask(engine, "create table person (name text primary key)");
  await ask(engine, "insert into person values ('Canary Jansen')");
  await expect(ask(engine, "insert into person values ('Canary Jansen')")).rejects.toThrow();
  await expect(ask(engine, "select 'Canary Jansen'::integer as answer")).rejects.toThrow();
  await stop();
  const logs = join(layoutOf(folder).cluster, "log");
  const text = readdirSync(logs).map((name) => readFileSync(join(logs, name), "utf8"));
  expect(text.join("")).toContain("database system is ready");
  expect(text.join("")).not.toContain("Canary");
});

test("a folder that another process has in use is refused with its number", async () => {
  const other = await holdElsewhere(folder);
  await expect(start()).rejects.toMatchObject({
    code: "data-folder-in-use",
    data: { pid: other.pid },
  });
  other.kill("SIGTERM");
  await new Promise((resolve) => other.once("exit", resolve));
  await start();
});

test("after kill -9 of its holder the orphan is stopped and the folder taken over", async () => {
  const other = await holdElsewhere(folder);
  const orphan = readPostmasterFile(layoutOf(folder).cluster)?.pid ?? 0;
  other.kill("SIGKILL");
  await new Promise((resolve) => other.once("exit", resolve));
  expect(isAlive(orphan)).toBe(true);
  const engine = await start();
  expect(seen("engine-lock-stale")).toMatchObject({ pid: other.pid });
  expect(seen("engine-orphan-stopped")).toMatchObject({ pid: orphan });
  expect(isAlive(orphan)).toBe(false);
  expect(await ask(engine, "select 1 as answer")).toBe(1);
});

test("a holder that ends without stopping takes the engine along", async () => {
  const other = await holdElsewhere(folder);
  const { pid } = readPostmasterFile(layoutOf(folder).cluster) ?? { pid: 0 };
  other.kill("SIGUSR2");
  await new Promise((resolve) => other.once("exit", resolve));
  for (let waited = 0; isAlive(pid) && waited < 5_000; waited += 20) await pause(20);
  expect(isAlive(pid)).toBe(false);
});

test("a postmaster file whose number belongs to a stranger now does not stand in the way", async () => {
  await start();
  await stop();
  const { cluster } = layoutOf(folder);
  const stranger = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
  const file = `${stranger.pid}\n${cluster}\n1\n5432\n\n\n  1  1\nready   \n`;
  writeFileSync(join(cluster, "postmaster.pid"), file, { mode: 0o644 });
  const engine = await start();
  expect(await ask(engine, "select 1 as answer")).toBe(1);
  expect(isAlive(stranger.pid ?? 0)).toBe(true);
  stranger.kill();
});

test("a postmaster that died and was never taken note of does not stand in the way", async () => {
  await start();
  await stop();
  const { cluster } = layoutOf(folder);
  // The shell runs on as another program, which never asks what became of the child.
  const parent = spawn("/bin/sh", ["-c", "true & echo $!; exec sleep 60"]);
  const zombie = await new Promise<number>((resolve) =>
    parent.stdout.once("data", (part: Buffer) => resolve(Number(part.toString()))),
  );
  const file = `${zombie}\n${cluster}\n1\n5432\n\n\n  1  1\nready   \n`;
  writeFileSync(join(cluster, "postmaster.pid"), file, { mode: 0o644 });
  writeFileSync(join(cluster, ".s.PGSQL.5432.lock"), file);
  const engine = await start();
  expect(await ask(engine, "select 1 as answer")).toBe(1);
  parent.kill();
});

test("it starts PostgreSQL again when that is killed, where it was", async () => {
  const engine = await start();
  const killedAt = performance.now();
  process.kill(engine.pid() ?? 0, "SIGKILL");
  for (let answer: unknown; answer !== 1; ) {
    answer = await ask(engine, "select 1 as answer").catch(() => pause(10));
    if (performance.now() - killedAt > 20_000) throw new Error("not back");
  }
  console.log(`back after ${Math.round(performance.now() - killedAt)} ms`);
  expect(seen("engine-died")).toMatchObject({ exit: "SIGKILL" });
  expect(seen("engine-restarted")).toBeDefined();
});

test("a first start that was cut off is begun anew", async () => {
  const { cluster, root } = layoutOf(folder);
  mkdirSync(`${cluster}.new`, { recursive: true });
  writeFileSync(join(`${cluster}.new`, "half"), "");
  await start();
  expect(existsSync(`${cluster}.new`)).toBe(false);
  expect(readdirSync(root)).not.toContain("initial-password");
});

test("what is wrong with a folder has a name", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  await expect(start(file)).rejects.toMatchObject({ code: "data-folder-not-writable" });

  const { cluster, secrets, lock } = layoutOf(folder);
  mkdirSync(cluster, { recursive: true });
  await expect(start()).rejects.toMatchObject({ code: "data-folder-secrets-missing" });

  writeFileSync(secrets, JSON.stringify({ administrator: "a", owner: "b", application: "c" }));
  writeFileSync(join(cluster, "PG_VERSION"), "17\n");
  await expect(start()).rejects.toMatchObject({
    code: "data-folder-incompatible",
    data: { found: 17, required: 18 },
  });
  expect(existsSync(lock), "a start that failed gives the folder back").toBe(false);
});

test.runIf(isRoot)("as root it runs as another user, who need not reach the folder", async () => {
  const closed = join(folder, "home");
  mkdirSync(closed, { mode: 0o700 });
  const engine = await start(join(closed, "data"));
  expect(seen("engine-runs-as")).toBeDefined();
  expect(statSync(`/proc/${engine.pid()}`).uid).not.toBe(0);
  expect(statSync(closed).mode & 0o777).toBe(0o700);
});

test.runIf(isRoot)("a user who is not root may start it as well", async () => {
  chownSync(folder, 65534, 65534);
  const child = spawn(process.execPath, ["--conditions=source", holder, folder], {
    stdio: ["ignore", "pipe", "inherit"],
    uid: 65534,
    gid: 65534,
  });
  await new Promise<void>((resolve) => child.stdout.once("data", () => resolve()));
  expect(statSync(layoutOf(folder).cluster).uid).toBe(65534);
  child.kill("SIGTERM");
  await new Promise((resolve) => child.once("exit", resolve));
  expect(readPostmasterFile(layoutOf(folder).cluster)).toBeNull();
});
