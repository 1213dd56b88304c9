import type { Role } from "@koers/contract";
import type { Database } from "@koers/database";

/** Who asks, for which organisation, and when: handed to every function of every room. */
export type Context = {
  readonly database: Database;
  readonly organizationId: string;
  /** Null for the command line on the machine itself and for a guest in the example firm. */
  readonly accountId: string | null;
  readonly role: Exclude<Role, "public">;
  readonly now: Date;
  /** A fresh random UUID. */
  readonly newId: () => string;
};
