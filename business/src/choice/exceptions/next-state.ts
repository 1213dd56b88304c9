import type { ExceptionCommand, ExceptionState } from "@koers/contract";

type Arrows = Readonly<Partial<Record<ExceptionCommand, ExceptionState>>>;

/**
 * The whole machine. Expired is no state of it but an alarm: see `is-expired.ts`. From approved there
 * is a way to the end as well, or a dossier whose customer never came could not be closed.
 */
const machine: Readonly<Record<ExceptionState | "none", Arrows>> = {
  none: { create: "draft" },
  draft: { edit: "draft", submit: "submitted" },
  submitted: { approve: "approved", refuse: "refused" },
  approved: { activate: "active", end: "ended" },
  refused: {},
  active: { end: "ended", supersede: "ended" },
  ended: {},
};

/** Where a command leads from a state; undefined where it leads nowhere. */
export function nextState(
  state: ExceptionState | "none",
  command: ExceptionCommand,
): ExceptionState | undefined {
  return machine[state][command];
}
