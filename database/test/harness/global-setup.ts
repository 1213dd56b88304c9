import { shareTestEngine } from "@koers/database/testing";

/** Vitest calls it once before all test files, and what it returns once after them. */
export default shareTestEngine;
