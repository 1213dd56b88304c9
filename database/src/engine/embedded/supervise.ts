import { setTimeout as pause } from "node:timers/promises";
import type { Postmaster, PostmasterSettings } from "./run-postmaster.ts";
import { runPostmaster } from "./run-postmaster.ts";
import { signalProcess, stopOrphan, stopProcess } from "./stop-orphan.ts";

/** Keeps one PostgreSQL running until told to stop. */
export type Supervisor = {
  readonly pid: () => number | null;
  readonly stop: () => Promise<void>;
};

const longestWait = 5_000;
const shortWait = 50;

/**
 * Starts PostgreSQL and starts it again whenever it ends unasked, at once and then ever more slowly
 * but without giving up: a full disk may have room again. It listens where it listened before, so
 * pools find it by themselves.
 */
export async function supervise(settings: PostmasterSettings): Promise<Supervisor> {
  const { log } = settings;
  let stopping = false;
  let current: Postmaster | null = await startFirst(settings);
  const watching = watch();

  // When Koers ends without having stopped the engine there is time for one signal only.
  function leave() {
    if (current !== null) signalProcess(current.pid, "SIGINT");
  }
  process.once("exit", leave);

  async function watch(): Promise<void> {
    while (current !== null) {
      const exit = await current.ended;
      const { pid } = current;
      current = null;
      if (stopping) return;
      log({ event: "engine-died", pid, exit });
      current = await startAgain();
    }
  }

  async function startAgain(): Promise<Postmaster | null> {
    for (let attempts = 1; !stopping; attempts += 1) {
      try {
        const started = await runPostmaster(settings);
        // The stop came while it was starting.
        if (stopping) {
          await stopProcess(started.pid);
          return null;
        }
        log({ event: "engine-restarted", pid: started.pid, attempts });
        return started;
      } catch (error) {
        log({ event: "engine-restart-failed", reason: String(error), attempts });
        await pause(isInTheWay(error) ? shortWait : Math.min(longestWait, 50 * 2 ** attempts));
      }
    }
    return null;
  }

  async function stopCurrent(): Promise<void> {
    if (current === null) return;
    const ended = current.awaitEnd();
    await stopProcess(current.pid);
    await ended;
  }

  return {
    pid: () => current?.pid ?? null,
    async stop() {
      const startedAt = performance.now();
      stopping = true;
      await stopCurrent();
      await watching;
      process.removeListener("exit", leave);
      log({ event: "engine-stopped", milliseconds: Math.round(performance.now() - startedAt) });
    },
  };
}

// An engine that a killed Koers was about to start, or backends that outlive their killed postmaster,
// can still be in the way for a moment.
function isInTheWay(error: unknown): boolean {
  return /postmaster\.pid|pre-existing shared memory block/.test(String(error));
}

const patience = 20_000;

async function startFirst(settings: PostmasterSettings): Promise<Postmaster> {
  const { layout, log } = settings;
  const startedAt = performance.now();
  for (;;) {
    await stopOrphan(layout, log);
    try {
      const started = await runPostmaster(settings);
      const milliseconds = Math.round(performance.now() - startedAt);
      log({ event: "engine-started", pid: started.pid, milliseconds });
      return started;
    } catch (error) {
      const waited = performance.now() - startedAt;
      if (!isInTheWay(error) || waited > patience) throw error;
      await pause(shortWait);
    }
  }
}
