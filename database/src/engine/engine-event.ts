/** What the engine has to say while it starts, runs and stops; the caller decides where it goes. */
export type EngineEvent =
  | { readonly event: "engine-initialized"; readonly folder: string; readonly milliseconds: number }
  | { readonly event: "engine-started"; readonly pid: number; readonly milliseconds: number }
  | { readonly event: "engine-stopped"; readonly milliseconds: number }
  /** Koers runs as root and PostgreSQL refuses to: it runs as this user, who owns the cluster. */
  | { readonly event: "engine-runs-as"; readonly user: string; readonly uid: number }
  /** The binaries stand where that user cannot read them (or links cannot be made): copied once. */
  | { readonly event: "engine-binaries-copied"; readonly from: string; readonly to: string }
  /** An earlier Koers was killed and left its PostgreSQL running. */
  | { readonly event: "engine-orphan-stopped"; readonly pid: number }
  | { readonly event: "engine-lock-stale"; readonly pid: number }
  | { readonly event: "engine-died"; readonly pid: number; readonly exit: string }
  | { readonly event: "engine-restarted"; readonly pid: number; readonly attempts: number }
  | { readonly event: "engine-restart-failed"; readonly reason: string; readonly attempts: number }
  /** Crash recovery takes long; said every ten seconds. */
  | { readonly event: "engine-recovering"; readonly milliseconds: number }
  | {
      readonly event: "database-migrated";
      readonly migration: string;
      readonly milliseconds: number;
    }
  | { readonly event: "database-connection-lost"; readonly reason: string };

export type Log = (event: EngineEvent) => void;
