// Runs in a thread of its own: reads one file at a time for the server, so that no file, however large or
// made however wickedly, holds up the pages or takes the server's memory.
import { createReadStream } from "node:fs";
import { parentPort } from "node:worker_threads";
import { readersHere } from "@koers/business/readers";
import type { ReadingAnswer, ReadingRequest, Source, StoredSource } from "./reading-request.ts";

const port = parentPort;
if (port === null) throw new Error("reading-thread.ts is for a worker thread");

const toldEvery = 50;
let taken: (() => void) | undefined;

port.on("message", (message: ReadingRequest | "taken") => {
  if (message === "taken") taken?.();
  else
    void answer(message)
      .then((result) => tell({ result }))
      // The class of the fault and nothing else: its message may quote what stands in the books.
      .catch((error: unknown) =>
        tell({ fault: { name: error instanceof Error ? error.name : "unknown" } }),
      );
});

function answer(request: ReadingRequest): Promise<unknown> {
  switch (request.what) {
    case "chooseReader":
      return readersHere.chooseReader(opened(request.source));
    case "splitPart":
      return readersHere.splitPart(opened(request.source));
    case "describeTable":
      return readersHere.describeTable(opened(request.source), { ...request.options, onProgress });
    case "read":
      return readersHere.read(request.reader, request.sources.map(opened), {
        ...request.options,
        onProgress,
        emit: (records) =>
          new Promise<void>((resolve) => {
            taken = resolve;
            tell({ records });
          }),
      });
  }
}

let toldAt = 0;

function onProgress(bytes: number): void {
  const now = performance.now();
  if (now - toldAt < toldEvery) return;
  toldAt = now;
  tell({ progress: bytes });
}

function opened({ name, size, path }: StoredSource): Source {
  return { name, size, open: () => createReadStream(path, { highWaterMark: 256 * 1024 }) };
}

function tell(told: ReadingAnswer): void {
  port?.postMessage(told);
}
