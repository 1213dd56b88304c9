import type { Act, Dossier, DossierEvent } from "./dossier.ts";
import { nextState } from "./next-state.ts";

/** The dossier after one more event: the only place where a dossier changes. */
export function afterEvent(dossier: Dossier | undefined, event: DossierEvent): Dossier {
  const { act } = event;
  const state = nextState(dossier?.state ?? "none", act.command);
  const follows = event.sequence === (dossier?.version ?? 0) + 1;
  const before = act.command === "create" ? opened(act) : dossier;
  // Nothing that was stored by the rules comes here; better no dossier than a wrong one.
  if (state === undefined || !follows || before === undefined) {
    throw new RangeError(`event ${event.sequence}, ${act.command}, after ${dossier?.state}`);
  }
  return { ...before, ...said(before, event), state, version: event.sequence };
}

export function replay(events: readonly DossierEvent[]): Dossier | undefined {
  return events.reduce<Dossier | undefined>(afterEvent, undefined);
}

function opened(act: Extract<Act, { command: "create" }>): Dossier {
  const { customerId, customerName, renews, content } = act;
  return {
    customerId,
    customerName,
    renews,
    content,
    state: "draft",
    requesters: [],
    submittedAt: null,
    outcome: null,
    version: 0,
  };
}

/** What the event says beside the state. */
function said(dossier: Dossier, { act, at, accountId }: DossierEvent): Partial<Dossier> {
  const requesters =
    accountId === null ? dossier.requesters : [...new Set([...dossier.requesters, accountId])];
  switch (act.command) {
    case "create":
      return { requesters };
    case "edit":
      return { requesters, content: { ...dossier.content, ...act.change } };
    case "submit":
      return { requesters, submittedAt: at };
    case "end":
      return { outcome: act.outcome };
    case "supersede":
      return { outcome: "renewed" };
    case "approve":
    case "refuse":
    case "activate":
      return {};
    default:
      return act satisfies never;
  }
}
