import type { ExceptionContentField, OutputOf } from "@koers/contract";
import { exceptionReads, findExceptionDossier, namesOfAccounts } from "@koers/database";
import type { Context } from "../context.ts";
import { KoersError } from "../koers-error.ts";
import { actorOf, circumstancesOf, dossierOf } from "./exception-acts.ts";
import type { Act, DossierEvent } from "./exceptions/dossier.ts";
import { missingContent } from "./exceptions/missing-content.ts";
import { refusalOf } from "./exceptions/refusal-of.ts";
import { summariser } from "./list-exceptions.ts";

/** One act of each kind, to ask the rules what who asks may do. */
const acts: readonly Act[] = [
  { command: "edit", change: {} },
  { command: "submit" },
  { command: "approve", note: null },
  { command: "refuse", note: "" },
  { command: "activate" },
  { command: "end", outcome: "broken-off", lessons: "" },
];

/** A dossier with its history, its readers and what may be done with it. */
export async function getException(
  context: Context,
  { id }: { readonly id: string },
): Promise<OutputOf<"getException">> {
  const { organizationId } = context;
  return context.database.withOrganization(organizationId, async (transaction) => {
    const row = await findExceptionDossier(transaction, organizationId, id);
    if (row === undefined) throw new KoersError("not-found");
    const { dossier, events } = await dossierOf(transaction, context, id);
    const reads = await exceptionReads(transaction, organizationId, id);
    const accounts = [...events, ...reads].flatMap(({ accountId }) => accountId ?? []);
    const names = await namesOfAccounts(transaction, [...new Set(accounts)]);
    const circumstances = await circumstancesOf(transaction, context);
    const actor = actorOf(context);
    const summarise = await summariser(transaction, context);
    return {
      ...summarise(row),
      content: dossier.content,
      missing: [...missingContent(dossier.content, circumstances)],
      possible: acts
        .filter((act) => refusalOf(dossier, act, actor, circumstances) === null)
        .map(({ command }) => command),
      history: events.map((event) => ({
        ...shown(event),
        by: event.accountId === null ? null : (names.get(event.accountId) ?? null),
      })),
      readers: reads.map(({ accountId, version, readAt }) => ({
        name: names.get(accountId) ?? "",
        at: readAt.toISOString(),
        current: version === dossier.version,
      })),
    };
  });
}

function shown({ sequence, at, via, act }: DossierEvent) {
  return {
    sequence,
    at: at.toISOString(),
    via,
    command: act.command,
    fields: act.command === "edit" ? (Object.keys(act.change) as ExceptionContentField[]) : [],
    note: act.command === "approve" || act.command === "refuse" ? act.note : null,
    outcome: act.command === "end" ? act.outcome : null,
    lessons: act.command === "end" ? act.lessons : null,
  };
}
