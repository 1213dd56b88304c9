import type { Dossier } from "./dossier.ts";

type Served = {
  readonly state: Dossier["state"];
  readonly content: Pick<Dossier["content"], "endsOn">;
};

/** The alarm: it may be served by its state, and its last day has passed. */
export function isExpired({ state, content }: Served, today: string): boolean {
  const served = state === "approved" || state === "active";
  return served && content.endsOn !== null && content.endsOn < today;
}
