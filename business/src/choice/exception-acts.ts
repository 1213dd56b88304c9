import {
  exceptionEvents,
  exceptionIsLocked,
  findOrganization,
  insertExceptionDossier,
  insertExceptionEvent,
  membersOfOrganization,
  type StoredException,
  type Transaction,
  updateExceptionDossier,
} from "@koers/database";
import type { Context } from "../context.ts";
import { KoersError } from "../koers-error.ts";
import { appendAudit } from "../people/index.ts";
import { calendarDay } from "./calendar-day.ts";
import type { Act, Actor, Dossier, DossierEvent } from "./exceptions/dossier.ts";
import { type Circumstances, refusalOf } from "./exceptions/refusal-of.ts";
import { afterEvent, replay } from "./exceptions/replay.ts";

/** Who has no account is no person here: the command line, and a guest in the example firm. */
export function actorOf({ accountId, role }: Context): Actor {
  return accountId === null ? { via: "api", accountId: null } : { via: "person", accountId, role };
}

/** What the rules have to know of the firm. The margin of the core is not worked out yet. */
export async function circumstancesOf(
  transaction: Transaction,
  { organizationId, now }: Context,
): Promise<Circumstances> {
  const organization = await findOrganization(transaction, organizationId);
  if (organization === undefined) throw new KoersError("not-found");
  const members = await membersOfOrganization(transaction, organizationId);
  return {
    now,
    today: calendarDay(now, organization.timeZone),
    peopleInFirm: members.length,
    coreMargin: null,
  };
}

/** The dossier as its history makes it, with that history. */
export async function dossierOf(
  transaction: Transaction,
  { organizationId }: Context,
  dossierId: string,
): Promise<{ readonly dossier: Dossier; readonly events: readonly DossierEvent[] }> {
  const events = (await exceptionEvents(
    transaction,
    organizationId,
    dossierId,
  )) as readonly DossierEvent[];
  const dossier = replay(events);
  if (dossier === undefined) throw new KoersError("not-found");
  return { dossier, events };
}

/** The same, locked until the transaction ends: of two who decide at once, one finds it decided. */
export async function lockDossier(
  transaction: Transaction,
  context: Context,
  dossierId: string,
): Promise<{ readonly dossier: Dossier; readonly events: readonly DossierEvent[] }> {
  if (!(await exceptionIsLocked(transaction, context.organizationId, dossierId))) {
    throw new KoersError("not-found");
  }
  return dossierOf(transaction, context, dossierId);
}

/** The only way in which a dossier is stored: the rules are asked, and the event is kept with it. */
export async function perform(
  transaction: Transaction,
  context: Context,
  dossierId: string,
  before: Dossier | undefined,
  act: Act,
): Promise<Dossier> {
  const { organizationId, now } = context;
  const actor = actorOf(context);
  const circumstances = await circumstancesOf(transaction, context);
  const refusal = refusalOf(before, act, actor, circumstances);
  if (refusal !== null) throw new KoersError(refusal.code, refusal.data);
  const { via, accountId } = actor;
  const event: DossierEvent = {
    sequence: (before?.version ?? 0) + 1,
    at: now,
    via,
    accountId,
    act,
  };
  const dossier = afterEvent(before, event);
  const row = asStored(dossierId, dossier, now);
  if (before === undefined) await insertExceptionDossier(transaction, organizationId, row);
  else await updateExceptionDossier(transaction, organizationId, row);
  await insertExceptionEvent(transaction, organizationId, dossierId, event);
  await appendAudit(transaction, context, `exception.${act.command}`, dossierId, {
    state: dossier.state,
    ...(dossier.outcome === null ? {} : { outcome: dossier.outcome }),
  });
  return dossier;
}

function asStored(dossierId: string, dossier: Dossier, changedAt: Date): StoredException {
  const { customerId, customerName, state, content, outcome, renews, version } = dossier;
  return {
    dossierId,
    customerId,
    customerName,
    state,
    reason: content.reason,
    endsOn: content.endsOn,
    content,
    outcome,
    renews,
    version,
    changedAt,
  };
}
