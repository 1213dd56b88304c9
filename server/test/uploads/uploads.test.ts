import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createUploads, type Uploads } from "../../src/uploads/uploads.ts";

let root: string;
let folder: string;
let time: Date;
let uploads: Uploads;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "koers-uploads-"));
  folder = join(root, "uploads");
  time = new Date();
  uploads = createUploads({ folder, now: () => time, newId: randomUUID });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function* bytes(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

async function textOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test("a file stands under a random name, whatever it was called, and reads as often as asked", async () => {
  const upload = await uploads.receive("a", "..\\..//../etc/passwd", bytes("one ", "two"));
  expect(upload).toMatchObject({ name: "passwd", size: 7 });
  const files = readdirSync(folder);
  expect(files).toHaveLength(1);
  expect(files[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(statSync(join(folder, files[0] ?? "")).mode & 0o777).toBe(0o600);
  expect(await textOf(upload.open())).toBe("one two");
  expect(await textOf(upload.open())).toBe("one two");
});

test("someone else's is not found", async () => {
  const { uploadId } = await uploads.receive("a", "x", bytes("x"));
  expect(uploads.find("a", uploadId).uploadId).toBe(uploadId);
  expect(() => uploads.find("b", uploadId)).toThrow("upload-not-found");
});

test("one that breaks off leaves nothing", async () => {
  async function* broken() {
    yield new Uint8Array(1000);
    throw new RangeError("gone");
  }
  await expect(uploads.receive("a", "x", broken())).rejects.toThrow("gone");
  expect(readdirSync(folder)).toEqual([]);
});

test("after an hour it is swept, as is what an earlier run left", async () => {
  const { uploadId } = await uploads.receive("a", "x", bytes("x"));
  writeFileSync(join(folder, "stray"), "left behind");
  const old = new Date(time.getTime() - 2 * 60 * 60 * 1000);
  utimesSync(join(folder, "stray"), old, old);
  expect(await uploads.sweep()).toBe(1);
  expect(readdirSync(folder)).toHaveLength(1);
  time = new Date(time.getTime() + 61 * 60 * 1000);
  expect(await uploads.sweep()).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
  expect(() => uploads.find("a", uploadId)).toThrow("upload-not-found");
});

test("a start deletes all that an earlier run left", async () => {
  await uploads.receive("a", "x", bytes("x"));
  const next = createUploads({ folder, now: () => time, newId: randomUUID });
  expect(await next.sweep(true)).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test("a borrowed file is read where it stands and never deleted", async () => {
  const path = join(root, "books.xaf");
  writeFileSync(path, "books");
  const { uploadId, name } = await uploads.borrow("local", path);
  expect(name).toBe("books.xaf");
  await uploads.discard([uploadId]);
  expect(statSync(path).size).toBe(5);
});
