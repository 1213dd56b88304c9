import { pino } from "pino";

/**
 * Everything that is ever written to the log. Ids instead of names; no address, no text that a person
 * or a file wrote. What is not in this type cannot be logged.
 */
export type LogEntry =
  | {
      readonly event: "request";
      readonly requestId: string;
      readonly operation: string;
      readonly status: number;
      readonly milliseconds: number;
      readonly code?: string;
    }
  | {
      readonly event: "fault";
      readonly requestId?: string;
      readonly operation?: string;
      /** The class and the place of the fault; its message may quote data and is left out. */
      readonly name: string;
      readonly code?: string;
      readonly at: readonly string[];
    }
  | { readonly event: "started"; readonly port: number; readonly milliseconds: number }
  | { readonly event: "stopped" }
  | { readonly event: "uploads-swept"; readonly count: number }
  | { readonly event: "engine"; readonly what: string; readonly milliseconds?: number };

export type WriteLog = (level: "info" | "warn" | "error", entry: LogEntry) => void;

/** Lines of JSON on standard error, so that standard output stays free for answers. */
export function createLog(level: "info" | "warn" | "error" | "silent"): WriteLog {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination(2),
  );
  return (severity, entry) => logger[severity](entry);
}

/** A caught fault as it may be logged: where in the program, not with what data. */
export function faultOf(error: unknown): { name: string; code?: string; at: readonly string[] } {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const lines = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const code = (error as { code?: unknown }).code;
  return {
    name: error.name,
    ...(typeof code === "string" ? { code } : {}),
    at: lines.slice(0, 8).map((line) => line.trim()),
  };
}
