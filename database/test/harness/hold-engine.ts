// A process of its own that starts the embedded engine on a folder, says so, and holds it. SIGTERM
// stops it in order; SIGUSR2 ends the process without a word to the engine.
import { startEmbedded } from "../../src/engine/embedded/start-embedded.ts";

const [, , folder = ""] = process.argv;
const engine = await startEmbedded({ folder, log: () => undefined });
process.on("SIGTERM", () => {
  void engine.stop().then(() => process.exit(0));
});
process.on("SIGUSR2", () => process.exit(1));
setInterval(() => undefined, 60_000);
process.stdout.write(`${String(engine.pid())}\n`);
