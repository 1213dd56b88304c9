import type { MemberRole } from "@koers/contract";
import type { OutputOf } from "@koers/contract/client";

type Whole = OutputOf<"getException">;
type Dossier = Pick<Whole, "state" | "expired"> & {
  readonly possible: readonly Whole["possible"][number][];
};

type Asking = {
  readonly role: MemberRole;
  /** False for a guest in the example firm. */
  readonly hasAccount: boolean;
  /** Undefined while it is not known. */
  readonly peopleInFirm: number | undefined;
};

const next = { draft: "edit", submitted: "approve", approved: "activate", active: "end" } as const;

/** Why who asks cannot take a dossier further, as the sentence that says so; null where they can. */
export function waitingFor({ state, possible, expired }: Dossier, asking: Asking) {
  if (state === "refused" || state === "ended" || possible.includes(next[state])) return null;
  const { role, hasAccount, peopleInFirm } = asking;
  if (!hasAccount) return "choice.waitsForAccount";
  if (state === "draft") return "choice.waitsForWriter";
  if (role === "member") {
    return state === "submitted" ? "choice.waitsForDecision" : "choice.waitsForManager";
  }
  if (state === "approved" && expired) return "errors.exception-expired";
  if (state !== "submitted" || peopleInFirm === undefined) return null;
  return peopleInFirm > 1 ? "errors.exception-own-request" : "errors.exception-too-early";
}
