export { connectDatabase } from "./engine/connect-database.ts";
export { askForEngine, type FreshDatabase, freshDatabase } from "./testing/fresh-database.ts";
export { shareTestEngine } from "./testing/share-test-engine.ts";
export { type RunningTestEngine, startTestEngine, type TestEngine } from "./testing/test-engine.ts";
