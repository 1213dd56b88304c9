import type { InputOf } from "@koers/contract";
import type { Context } from "../context.ts";
import { lockDossier, perform } from "./exception-acts.ts";
import type { Act } from "./exceptions/dossier.ts";

type ById = { readonly id: string };
type Done = Record<string, never>;

export function submitException(context: Context, { id }: ById): Promise<Done> {
  return act(context, id, { command: "submit" });
}

export function approveException(
  context: Context,
  { id, note }: InputOf<"approveException">,
): Promise<Done> {
  return act(context, id, { command: "approve", note: note ?? null });
}

export function refuseException(
  context: Context,
  { id, note }: InputOf<"refuseException">,
): Promise<Done> {
  return act(context, id, { command: "refuse", note });
}

export function endException(
  context: Context,
  { id, outcome, lessons }: InputOf<"endException">,
): Promise<Done> {
  return act(context, id, { command: "end", outcome, lessons });
}

/** A renewal that starts takes the place of the dossier that it renews, in the same moment. */
export async function activateException(context: Context, { id }: ById): Promise<Done> {
  await context.database.withOrganization(context.organizationId, async (transaction) => {
    const { dossier } = await lockDossier(transaction, context, id);
    const { renews } = await perform(transaction, context, id, dossier, { command: "activate" });
    if (renews === null) return;
    const renewed = (await lockDossier(transaction, context, renews)).dossier;
    if (renewed.state !== "active") return;
    await perform(transaction, context, renews, renewed, { command: "supersede", by: id });
  });
  return {};
}

async function act(context: Context, id: string, what: Act): Promise<Done> {
  await context.database.withOrganization(context.organizationId, async (transaction) => {
    const { dossier } = await lockDossier(transaction, context, id);
    await perform(transaction, context, id, dossier, what);
  });
  return {};
}
