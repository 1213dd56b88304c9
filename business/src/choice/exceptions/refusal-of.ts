import type { ErrorCode, ExceptionCommand } from "@koers/contract";
import type { Act, Actor, Dossier } from "./dossier.ts";
import { isExpired } from "./is-expired.ts";
import { missingContent } from "./missing-content.ts";
import { nextState } from "./next-state.ts";

/** What the rules have to know beside the dossier. */
export type Circumstances = {
  readonly now: Date;
  /** The calendar day where the firm is. */
  readonly today: string;
  readonly peopleInFirm: number;
  /** Contribution as a part of revenue on core customers; null while it is not known. */
  readonly coreMargin: number | null;
};

type Refusal = { readonly code: ErrorCode; readonly data: Readonly<Record<string, unknown>> };

const decisions: ReadonlySet<ExceptionCommand> = new Set(["approve", "refuse"]);
const open: ReadonlySet<ExceptionCommand> = new Set(["create", "edit", "submit"]);
const coolingOff = 24 * 60 * 60 * 1000;

/** Why an act is not allowed, or null. The one gate before every change of a dossier. */
export function refusalOf(
  dossier: Dossier | undefined,
  act: Act,
  actor: Actor,
  circumstances: Circumstances,
): Refusal | null {
  const { command } = act;
  if (actor.via !== "person") {
    if (command !== "create") return refuse("forbidden", { reason: "person" });
  } else if (!mayEver(dossier, command, actor)) {
    return refuse("forbidden");
  }
  const state = dossier?.state ?? "none";
  if (nextState(state, command) === undefined) return refuse("exception-state", { state });
  if (dossier === undefined) return null;
  if (decisions.has(command)) return ownDecision(dossier, actor, circumstances);
  if (act.command === "submit") {
    const missing = missingContent(dossier.content, circumstances);
    if (missing.length > 0) return refuse("exception-incomplete", { field: missing.join(", ") });
  }
  if (act.command === "activate" && isExpired(dossier, circumstances.today)) {
    return refuse("exception-expired");
  }
  // What never began was neither learned from nor converted.
  if (act.command === "end" && state === "approved" && act.outcome !== "broken-off") {
    return refuse("exception-state", { state });
  }
  return null;
}

/** By role, and for a draft by who wrote it; a draft that no person wrote is anyone's to take up. */
function mayEver(
  dossier: Dossier | undefined,
  command: ExceptionCommand,
  actor: Extract<Actor, { via: "person" }>,
): boolean {
  if (actor.role !== "member") return true;
  if (!open.has(command)) return false;
  const requesters = dossier?.requesters ?? [];
  return requesters.length === 0 || requesters.includes(actor.accountId);
}

/** Requester is not approver, owners included; alone in a firm one sleeps on it instead. */
function ownDecision(
  { requesters, submittedAt }: Dossier,
  { accountId }: Actor,
  { now, peopleInFirm }: Circumstances,
): Refusal | null {
  if (accountId === null || !requesters.includes(accountId)) return null;
  if (peopleInFirm > 1) return refuse("exception-own-request");
  const waited = submittedAt === null ? 0 : now.getTime() - submittedAt.getTime();
  return waited >= coolingOff ? null : refuse("exception-too-early");
}

function refuse(code: ErrorCode, data: Readonly<Record<string, unknown>> = {}): Refusal {
  return { code, data };
}
