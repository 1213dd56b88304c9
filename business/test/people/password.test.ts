import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { createPasswords } from "../../src/people/password.ts";
import { scrypt } from "../../src/people/scrypt.ts";
import { takeTurns } from "../../src/people/take-turns.ts";

const passwords = createPasswords(randomBytes);

test("a password fits its own hash and no other", async () => {
  const hash = await passwords.hash("correct horse");
  expect(await passwords.verify("correct horse", hash)).toEqual({ right: true, outdated: false });
  expect((await passwords.verify("correct hors", hash)).right).toBe(false);
  expect((await passwords.verify("anything", undefined)).right).toBe(false);
  expect(await passwords.hash("correct horse")).not.toBe(hash);
});

test("the same letters in another encoding are the same password", async () => {
  const hash = await passwords.hash("caf\u00e9 caf\u00e9");
  expect((await passwords.verify("cafe\u0301 cafe\u0301", hash)).right).toBe(true);
});

test("a hash of older kind or parameters still fits, and is said to be outdated", async () => {
  const salt = randomBytes(16);
  const parameters = "ln=14,r=8,p=1";
  const derived = await scrypt.derive("correct horse", salt, parameters);
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64").replace(/=+$/, "");
  const stored = `$scrypt$${parameters}$${text(salt)}$${text(derived)}`;
  expect(await passwords.verify("correct horse", stored)).toEqual({ right: true, outdated: true });
});

test("no more than two at a time, and all in the end", async () => {
  const turn = takeTurns(2);
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    return 1;
  };
  const done = await Promise.all(Array.from({ length: 20 }, () => turn(work)));
  expect([most, done.length]).toEqual([2, 20]);
});
