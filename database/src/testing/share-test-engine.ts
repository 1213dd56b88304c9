import { createServer } from "node:net";
import { type RunningTestEngine, startTestEngine } from "./test-engine.ts";

/** Where workers ask for the engine. */
export const testEngineVariable = "KOERS_TEST_ENGINE_PORT";

/**
 * Offers one engine to all test workers, and starts it when the first of them asks: a run without
 * database tests starts none. Returns how to end it.
 */
export async function shareTestEngine(): Promise<() => Promise<void>> {
  let started: Promise<RunningTestEngine> | null = null;
  const server = createServer((socket) => {
    started ??= startTestEngine();
    started.then(
      ({ engine }) => socket.end(JSON.stringify(engine)),
      (error: unknown) => socket.end(JSON.stringify({ error: String(error) })),
    );
    // A worker that went away has no use for an answer.
    socket.on("error", () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new RangeError("no port");
  process.env[testEngineVariable] = String(address.port);
  return async () => {
    server.close();
    if (started !== null) await (await started).stop();
  };
}
