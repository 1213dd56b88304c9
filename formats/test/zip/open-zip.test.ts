import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { refusedBy } from "../../src/refusal.ts";
import { type Source, sourceFromBytes } from "../../src/source.ts";
import { openZip } from "../../src/zip/open-zip.ts";
import { archiveLimits, workbookLimits, type ZipLimits } from "../../src/zip/zip-limits.ts";

const text = (value: string) => new TextEncoder().encode(value);

function chunked(bytes: Uint8Array, size: number): Source {
  return {
    name: "x.zip",
    size: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

async function contents(source: Source, limits: ZipLimits = archiveLimits) {
  const zip = await openZip(source, limits);
  const found = new Map<string, string>();
  for (const entry of zip.entries) {
    let joined = "";
    const decoder = new TextDecoder();
    for await (const chunk of zip.read(entry)) joined += decoder.decode(chunk, { stream: true });
    found.set(entry.name, joined);
  }
  await zip.close();
  return found;
}

async function codeOf(bytes: Uint8Array, limits?: ZipLimits): Promise<string> {
  try {
    await contents(sourceFromBytes("x.zip", bytes), limits);
    return "OK";
  } catch (error) {
    return refusedBy(error).code;
  }
}

/** Changes bytes at a signature's n-th appearance. */
function patch(bytes: Uint8Array, signature: number, offset: number, value: number, width: 2 | 4) {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at++) {
    if (view.getUint32(at, true) !== signature) continue;
    if (width === 2) view.setUint16(at + offset, value, true);
    else view.setUint32(at + offset, value, true);
  }
  return copy;
}

const local = 0x04034b50;
const central = 0x02014b50;
const big = "klant;bedrag\n".repeat(20_000);
const plain = zipSync({
  "a.xml": text("<a/>"),
  "map/b.xml": [text(big), { level: 9 }],
  "c.bin": [text("stored"), { level: 0 }],
});

describe("openZip", () => {
  test("reads stored and deflated entries whatever the sizes of the chunks", async () => {
    for (const size of [1, 7, 4_096, 1 << 20]) {
      const found = await contents(chunked(plain, size));
      expect([...found.keys()]).toEqual(["a.xml", "map/b.xml", "c.bin"]);
      expect(found.get("map/b.xml")).toBe(big);
      expect(found.get("c.bin")).toBe("stored");
    }
  });

  test("reads entries in any order", async () => {
    const zip = await openZip(chunked(plain, 100), archiveLimits);
    const seen: string[] = [];
    for (const entry of zip.entries.toReversed())
      for await (const chunk of zip.read(entry)) seen.push(`${entry.name} ${chunk.length > 0}`);
    expect(seen[0]).toBe("c.bin true");
    expect(seen.at(-1)).toBe("a.xml true");
  });

  test("passes over the file twice for thousands of entries in order, not once per entry", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, index) => [`${index}.xml`, text(`<i>${index}</i>`)]),
    );
    const bytes = zipSync(many);
    let opened = 0;
    const inner = chunked(bytes, 4_096);
    const counted = () => {
      opened++;
      return inner.open();
    };
    const found = await contents({ ...inner, open: counted });
    expect(found.size).toBe(3_000);
    expect(found.get("2999.xml")).toBe("<i>2999</i>");
    expect(opened).toBeLessThanOrEqual(3);
  });

  test("leaves no file open when it refuses", async () => {
    let open = 0;
    const cut = plain.slice(0, 100);
    const source: Source = {
      name: "x.zip",
      size: cut.length,
      async *open() {
        open++;
        try {
          for (let at = 0; at < cut.length; at += 10) yield cut.subarray(at, at + 10);
        } finally {
          open--;
        }
      },
    };
    await expect(openZip(source, archiveLimits)).rejects.toThrow("ZIP_TRUNCATED");
    expect(open).toBe(0);
  });

  test("refuses a file cut anywhere", async () => {
    for (const cut of [4, 30, 100, plain.length >> 1, plain.length - 1])
      expect(await codeOf(plain.slice(0, cut))).toBe("ZIP_TRUNCATED");
  });

  test("accepts an archive comment, also one that holds an end signature", async () => {
    for (const comment of ["a comment", "PK\u0005\u0006 not the end"]) {
      const body = text(comment);
      const bytes = new Uint8Array(plain.length + body.length);
      bytes.set(plain);
      bytes.set(body, plain.length);
      new DataView(bytes.buffer).setUint16(plain.length - 2, body.length, true);
      expect(await codeOf(bytes)).toBe("OK");
    }
  });

  test("refuses sizes that are a lie in either direction, before the bytes have been handed on", async () => {
    for (const size of [3, 4_000_000]) {
      const lie = patch(patch(plain, central, 24, size, 4), local, 22, size, 4);
      expect(await codeOf(lie)).toBe("ZIP_SIZE_MISMATCH");
    }
  });

  test("refuses a local header that says another size or name than the directory", async () => {
    expect(await codeOf(patch(plain, local, 22, 9, 4))).toBe("ZIP_SIZE_MISMATCH");
    const renamed = plain.slice();
    renamed[30] = "z".charCodeAt(0);
    expect(await codeOf(renamed)).toBe("ZIP_PATH");
  });

  test("refuses a wrong CRC, encryption and unknown methods", async () => {
    expect(await codeOf(patch(plain, central, 16, 1, 4))).toBe("ZIP_CRC");
    expect(await codeOf(patch(plain, central, 8, 1, 2))).toBe("ZIP_ENCRYPTED");
    expect(await codeOf(patch(plain, central, 10, 12, 2))).toBe("ZIP_METHOD");
  });

  test("refuses names that leave the archive", async () => {
    for (const name of [
      "../x",
      "a/../../x",
      "/etc/cron.d/x",
      "C:/x",
      "..\\x",
      "a\u0000b",
      "\\\\host\\x",
    ])
      expect(await codeOf(zipSync({ [name]: text("x") }))).toBe("ZIP_PATH");
    expect(await codeOf(zipSync({ "a..b/c...xml": text("x") }))).toBe("OK");
  });

  test("refuses doubled names and overlapping entries", async () => {
    const two = zipSync({ "a.xml": text("one"), "b.xml": text("two") });
    const doubled = two.slice();
    for (let at = 0; at < doubled.length; at++)
      if (doubled[at] === 0x62 && doubled[at + 1] === 0x2e) doubled[at] = 0x61;
    expect(await codeOf(doubled)).toBe("ZIP_DUPLICATE");
    expect(await codeOf(patch(two, central, 42, 0, 4))).toBe("ZIP_OVERLAP");
  });

  test("refuses more entries, bytes or growth than the limits", async () => {
    const bomb = zipSync({ "a.xml": new Uint8Array(5_000_000) });
    expect(await codeOf(bomb, workbookLimits)).toBe("ZIP_TOO_LARGE");
    expect(await codeOf(plain, { ...workbookLimits, entries: 2 })).toBe("ZIP_TOO_LARGE");
    expect(await codeOf(plain, { ...workbookLimits, inflatedBytes: 100_000 })).toBe(
      "ZIP_TOO_LARGE",
    );
    expect(await codeOf(plain, { ...workbookLimits, entryBytes: 100_000 })).toBe("ZIP_TOO_LARGE");
  });

  test("refuses damaged deflate bytes", async () => {
    const damaged = plain.slice();
    const start = 30 + 5 + 6 + 30 + 9;
    for (let at = start; at < start + 40; at++) damaged[at] = 0xff;
    expect(["ZIP_TRUNCATED", "ZIP_CRC", "ZIP_SIZE_MISMATCH"]).toContain(await codeOf(damaged));
  });

  test("reads sizes and offsets from a ZIP64 extra field", async () => {
    const one = zipSync({ "a.xml": [text("<a/>"), { level: 0 }] });
    const at = one.length - 22 - 46 - 5;
    const extra = new Uint8Array(4 + 16);
    const view = new DataView(extra.buffer);
    view.setUint16(0, 1, true);
    view.setUint16(2, 16, true);
    view.setBigUint64(4, 4n, true);
    view.setBigUint64(12, 0n, true);
    const bytes = new Uint8Array(one.length + extra.length);
    bytes.set(one.subarray(0, at + 51));
    bytes.set(extra, at + 51);
    bytes.set(one.subarray(at + 51), at + 71);
    const all = new DataView(bytes.buffer);
    all.setUint32(at + 24, 0xffffffff, true);
    all.setUint32(at + 42, 0xffffffff, true);
    all.setUint16(at + 30, 20, true);
    all.setUint32(bytes.length - 22 + 12, 46 + 5 + 20, true);
    expect((await contents(sourceFromBytes("x", bytes))).get("a.xml")).toBe("<a/>");
  });
});
