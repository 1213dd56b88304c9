import { type Identity, KoersError } from "@koers/business";
import type { Role } from "@koers/contract";

const ranks: Readonly<Record<Role, number>> = { public: 0, member: 1, manager: 2, owner: 3 };

/** Refuses an operation to who may not do it. Which rows it reaches follows from the organisation. */
export function authorize(identity: Identity, needed: Role): void {
  if (needed === "public" || identity.kind === "local") return;
  if (identity.kind === "anonymous") throw new KoersError("not-signed-in");
  if (identity.current === null || ranks[identity.current.role] < ranks[needed]) {
    throw new KoersError("forbidden");
  }
}
