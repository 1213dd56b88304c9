/** Which kinds of work count as what. Hours on a customer that are `internal` count as the firm's own. */
export const kindsOfWork = {
  direct: ["delivery"],
  serving: ["selling", "account-management", "negotiation", "support"],
  failure: ["rework", "complaints"],
} as const;

export type WorkGroup = keyof typeof kindsOfWork;

export const workGroups = Object.keys(kindsOfWork) as readonly WorkGroup[];

export function groupOfKind(kind: string): WorkGroup | undefined {
  return workGroups.find((group) => (kindsOfWork[group] as readonly string[]).includes(kind));
}
