import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readersHere } from "@koers/business";
import { afterAll, describe, expect, test } from "vitest";
import { readersInThread } from "../../src/uploads/readers-in-thread.ts";

const folder = mkdtempSync(join(tmpdir(), "koers-reading-"));
const readers = readersInThread();
afterAll(async () => {
  await readers.close();
  rmSync(folder, { recursive: true, force: true });
});

const today = "2026-11-21";

function onDisk(name: string, text: string) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return {
    ...{ name, path, size: statSync(path).size },
    async *open() {
      yield Buffer.from(text);
    },
  };
}

const header = "Invoice number;Invoice date;Customer;Amount excl. VAT";

function invoices(count: number) {
  const rows = Array.from(
    { length: count },
    (_, at) =>
      `2024-${at};2024-01-${String((at % 28) + 1).padStart(2, "0")};Klant ${at % 50};10,00`,
  );
  return onDisk(`invoices-${count}.csv`, [header, ...rows].join("\n"));
}

describe("reading in a thread", () => {
  test("gives what reading here gives, records in their order", async () => {
    const source = invoices(3000);
    const here: unknown[] = [];
    const there: unknown[] = [];
    const options = { today, onProgress: () => undefined };
    const result = await readersHere.read("table", [source], {
      ...options,
      emit: (records) => void here.push(...records),
    });
    expect(
      await readers.read("table", [source], {
        ...options,
        emit: async (records) => void there.push(...records),
      }),
    ).toEqual(result);
    expect(there).toHaveLength(3000);
    expect(there).toEqual(here);
    expect(await readers.chooseReader(source)).toEqual(await readersHere.chooseReader(source));
    expect(await readers.splitPart(source)).toEqual(await readersHere.splitPart(source));
    expect(await readers.describeTable(source, { today })).toEqual(
      await readersHere.describeTable(source, { today }),
    );
  });

  test("waits for whoever receives the records", async () => {
    let inside = 0;
    let most = 0;
    await readers.read("table", [invoices(3000)], {
      today,
      async emit() {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setTimeout(resolve, 1));
        inside -= 1;
      },
    });
    expect(most).toBe(1);
  });

  test("reads several at once, each for itself", async () => {
    const counts = await Promise.all(
      [10, 200, 3000].map(async (count) => {
        let read = 0;
        await readers.read("table", [invoices(count)], {
          today,
          emit(records) {
            read += records.length;
          },
        });
        return read;
      }),
    );
    expect(counts).toEqual([10, 200, 3000]);
  });

  test("stops at once when it is cancelled, and reads the next", async () => {
    const abort = new AbortController();
    const reading = readers.read("table", [invoices(3000)], {
      today,
      signal: abort.signal,
      emit: () => abort.abort(new Error("enough")),
    });
    await expect(reading).rejects.toThrow("enough");
    expect((await readers.chooseReader(invoices(10))).reader).toBe("table");
  });

  test("passes on what its receiver throws", async () => {
    const reading = readers.read("table", [invoices(10)], {
      today,
      emit: () => Promise.reject(new RangeError("full")),
    });
    await expect(reading).rejects.toThrow("full");
  });

  test("says that a file takes too much memory, and stands", async () => {
    const small = readersInThread({ heapMegabytes: 8 });
    const columns = Array.from({ length: 100 }, (_, at) => `Trait ${at}`).join(";");
    const row = "x".repeat(500);
    const rows = Array.from({ length: 20_000 }, (_, at) => `${at};Klant ${at};${row}`);
    const large = onDisk("large.csv", [`Number;Customer;Remark;${columns}`, ...rows].join("\n"));
    await expect(small.describeTable(large, { today })).rejects.toMatchObject({
      code: "too-large",
    });
    await small.close();
  });

  test("a file that is gone is a fault, without its path", async () => {
    const gone = { ...invoices(10), path: join(folder, "gone.csv") };
    const reading = readers.read("table", [gone], { today, emit: () => undefined });
    await expect(reading).rejects.toThrow(/^a reader failed$/);
  });
});
