import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layoutOf } from "../engine/embedded/layout.ts";
import { isAlive } from "../engine/embedded/process-identity.ts";
import { type EmbeddedEngine, startEmbedded } from "../engine/embedded/start-embedded.ts";
import { stopOrphan } from "../engine/embedded/stop-orphan.ts";

const prefix = "koers-test-";

/** An embedded engine in a folder of its own that goes when it stops; fast and not durable. */
export async function startTemporaryEngine(): Promise<EmbeddedEngine> {
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const engine = await startEmbedded({ folder, log: () => undefined, durable: false });
  return {
    ...engine,
    async stop() {
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// A test run that was killed leaves its engine and its folder behind.
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^koers-test-(\d+)-/.exec(name)?.[1]);
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    await stopOrphan(layoutOf(folder), () => undefined);
    rmSync(folder, { recursive: true, force: true });
  }
}
