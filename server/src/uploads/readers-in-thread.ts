import { Worker } from "node:worker_threads";
import { KoersError, type Readers } from "@koers/business";
import type { ReadingAnswer, ReadingRequest, Source, StoredSource } from "./reading-request.ts";

/** What one file may take while it is read. */
const mostMegabytes = 256;
/** Records are short-lived: with a large nursery the rubbish of a large file weighs as much as all else. */
const youngMegabytes = 4;
/** A thread is kept for the next file for as long. */
const idleMilliseconds = 5000;

const file = new URL(
  `./reading-thread.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`,
  import.meta.url,
);

type Listener = {
  readonly emit?: Parameters<Readers["read"]>[2]["emit"];
  readonly onProgress?: ((bytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** A thread, and who hears what it has to say at the moment. */
type Thread = {
  readonly worker: Worker;
  hear: (answer: ReadingAnswer) => void;
  fail: (error: Error & { readonly code?: string }) => void;
  timer?: NodeJS.Timeout;
};

/**
 * The readers in threads of their own, each with a cap on its memory. What is asked while one reads gets
 * another; one that is done waits a little for the next. Sources must stand on disk (`path`).
 */
export function readersInThread({ heapMegabytes = mostMegabytes } = {}): Readers & {
  readonly close: () => Promise<void>;
} {
  const idle: Thread[] = [];
  const all = new Set<Thread>();

  function take(): Thread {
    const thread = idle.pop() ?? start();
    clearTimeout(thread.timer);
    thread.worker.ref();
    return thread;
  }

  function start(): Thread {
    const resourceLimits = {
      maxOldGenerationSizeMb: heapMegabytes,
      maxYoungGenerationSizeMb: youngMegabytes,
    };
    const thread: Thread = {
      worker: new Worker(file, { resourceLimits }),
      hear: () => undefined,
      fail: () => undefined,
    };
    thread.worker.on("message", (answer: ReadingAnswer) => thread.hear(answer));
    thread.worker.on("error", (error) => thread.fail(error));
    thread.worker.on("exit", (code) => {
      stop(thread);
      thread.fail(new Error(`the reading thread ended with ${code}`));
    });
    all.add(thread);
    return thread;
  }

  function keep(thread: Thread): void {
    thread.worker.unref();
    thread.timer = setTimeout(() => stop(thread), idleMilliseconds).unref();
    idle.push(thread);
  }

  function stop(thread: Thread): void {
    all.delete(thread);
    const at = idle.indexOf(thread);
    if (at >= 0) idle.splice(at, 1);
    void thread.worker.terminate();
  }

  function ask<Result>(request: ReadingRequest, listener: Listener): Promise<Result> {
    const { signal } = listener;
    signal?.throwIfAborted();
    const thread = take();
    return new Promise<Result>((resolve, reject) => {
      const end = (next: (thread: Thread) => void) => {
        signal?.removeEventListener("abort", cancel);
        thread.hear = () => undefined;
        thread.fail = () => undefined;
        next(thread);
      };
      const refuse = (error: unknown) => {
        end(stop);
        reject(error as Error);
      };
      const cancel = () => refuse(signal?.reason);
      signal?.addEventListener("abort", cancel);
      thread.fail = (error) =>
        refuse(
          error.code === "ERR_WORKER_OUT_OF_MEMORY"
            ? new KoersError("too-large", { limit: `${heapMegabytes} MB` })
            : error,
        );
      thread.hear = (answer) => {
        if ("progress" in answer) listener.onProgress?.(answer.progress);
        else if ("records" in answer)
          Promise.resolve(answer.records)
            .then((records) => listener.emit?.(records))
            .then(() => thread.worker.postMessage("taken"), refuse);
        else if ("fault" in answer) {
          end(keep);
          reject(Object.assign(new Error("a reader failed"), answer.fault));
        } else {
          end(keep);
          resolve(answer.result as Result);
        }
      };
      thread.worker.postMessage(request);
    });
  }

  return {
    chooseReader: (source, signal) =>
      ask({ what: "chooseReader", source: stored(source) }, { signal }),
    splitPart: (source) => ask({ what: "splitPart", source: stored(source) }, {}),
    describeTable: (source, { onProgress, signal, ...options }) =>
      ask({ what: "describeTable", source: stored(source), options }, { onProgress, signal }),
    read: (reader, sources, { emit, onProgress, signal, ...options }) =>
      ask(
        { what: "read", reader, sources: sources.map(stored), options },
        { emit, onProgress, signal },
      ),
    async close() {
      for (const thread of idle) clearTimeout(thread.timer);
      await Promise.all([...all].map(({ worker }) => worker.terminate()));
    },
  };
}

function stored(source: Source & { readonly path?: string }): StoredSource {
  const { name, size, path } = source;
  if (path === undefined) throw new RangeError("a file that is read elsewhere stands on disk");
  return { name, size, path };
}
