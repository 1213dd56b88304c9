import type { ExceptionContent, ExceptionState } from "@koers/contract";
import {
  type Act,
  type Dossier,
  type DossierEvent,
  emptyContent,
} from "../../../src/choice/exceptions/dossier.ts";
import type { Circumstances } from "../../../src/choice/exceptions/refusal-of.ts";
import { replay } from "../../../src/choice/exceptions/replay.ts";

export const submittedAt = new Date("2026-11-20T10:00:00Z");

export const circumstances: Circumstances = {
  now: new Date("2026-11-21T12:00:00Z"),
  today: "2026-11-21",
  peopleInFirm: 9,
  coreMargin: 0.4,
};

export const complete: ExceptionContent = {
  ...emptyContent,
  reason: "experience",
  targetGroup: "Woningcorporaties",
  delivered: "Een quickscan",
  excluded: "Geen meerwerk",
  learningQuestions: ["Wat telt voor hen?"],
  endsOn: "2027-05-31",
};

export const acts = {
  create: {
    command: "create",
    customerId: "c",
    customerName: "Bakkerij",
    content: complete,
    renews: null,
  },
  edit: { command: "edit", change: { delivered: "Iets anders" } },
  submit: { command: "submit" },
  approve: { command: "approve", note: null },
  refuse: { command: "refuse", note: "Te druk" },
  activate: { command: "activate" },
  learned: { command: "end", outcome: "learned", lessons: "Veel" },
  converted: { command: "end", outcome: "converted", lessons: "Past toch" },
  "broken off": { command: "end", outcome: "broken-off", lessons: "Kwam niet" },
  supersede: { command: "supersede", by: "d" },
} as const satisfies Record<string, Act>;

type ActName = keyof typeof acts;

/** How each state is come to. */
const ways: Readonly<Record<ExceptionState, readonly ActName[]>> = {
  draft: ["create"],
  submitted: ["create", "submit"],
  approved: ["create", "submit", "approve"],
  refused: ["create", "submit", "refuse"],
  active: ["create", "submit", "approve", "activate"],
  ended: ["create", "submit", "approve", "activate", "learned"],
};

/** A dossier in a state, asked for by these. */
export function dossierIn(
  state: ExceptionState,
  requesters: readonly string[],
  content: ExceptionContent = complete,
): Dossier {
  const events = ways[state].map<DossierEvent>((name, index) => ({
    sequence: index + 1,
    at: submittedAt,
    via: "person",
    accountId: "nobody of these",
    act: name === "create" ? { ...acts.create, content } : acts[name],
  }));
  return { ...(replay(events) as Dossier), requesters };
}
