import { operations } from "@koers/contract";
import { expect, test } from "vitest";

const all = Object.entries(operations);

test("each operation stands under its own id", () => {
  for (const [key, { id }] of all) expect(id).toBe(key);
});

test("no two operations share a method and a path", () => {
  const routes = all.map(
    ([, { method, path }]) => `${method} ${path.replaceAll(/\{\w+\}/g, "{}")}`,
  );
  expect(new Set(routes).size).toBe(routes.length);
});

test("every name in a path is part of the input", () => {
  for (const [id, { path, input }] of all) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(input.shape), id).toEqual(expect.arrayContaining(names));
  }
});

test("only the door, its invitations and the example are open to everyone", () => {
  const open = all.filter(([, { role }]) => role === "public").map(([id]) => id);
  expect(open.toSorted((a, b) => a.localeCompare(b))).toEqual([
    "acceptInvitation",
    "createOwner",
    "getSession",
    "joinByInvitation",
    "loadExample",
    "openInvitation",
    "signIn",
    "signOut",
  ]);
});

test("asking changes nothing: what is fetched is only read", () => {
  const reads = all.filter(([, { method }]) => method === "get").map(([id]) => id);
  for (const id of reads) expect(id).toMatch(/^(get|list|find|export|watch)[A-Z]/);
});
