import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readRuntimeFile, removeRuntimeFile, writeRuntimeFile } from "../src/runtime-file.ts";

const folder = mkdtempSync(join(tmpdir(), "koers-runtime-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a server is found by what it left in the folder, and not once it is gone", async () => {
  const running = { pid: process.pid, url: "http://127.0.0.1:9", token: "t" };
  await writeRuntimeFile(folder, running);
  expect(await readRuntimeFile(folder)).toEqual(running);
  await removeRuntimeFile(folder);
  expect(await readRuntimeFile(folder)).toBeNull();
});

test("a process that took over the number of a server, and does not listen, is no server", async () => {
  const listening = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => listening.once("listening", resolve));
  const { port } = listening.address() as { port: number };
  const left = { pid: process.ppid, url: `http://127.0.0.1:${port}`, token: "t" };
  await writeRuntimeFile(folder, left);
  expect(await readRuntimeFile(folder)).toEqual(left);
  await new Promise((resolve) => listening.close(resolve));
  expect(await readRuntimeFile(folder)).toBeNull();
});

test("a file torn by a power cut names nobody", async () => {
  for (const torn of ["", '{"pid": 12', "{\n"]) {
    writeFileSync(join(folder, "koers.json"), torn);
    expect(await readRuntimeFile(folder)).toBeNull();
  }
});
