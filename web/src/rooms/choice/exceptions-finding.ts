import type { OutputOf } from "@koers/contract/client";
import type { Phrases } from "@koers/phrases";

type Summary = OutputOf<"listExceptions">["exceptions"][number];

/** What the list says before it is read: the alarm first, then what waits for a decision. */
export function exceptionsFinding(
  { t }: Phrases,
  exceptions: readonly Pick<Summary, "state" | "expired">[],
): string {
  const expired = exceptions.filter((one) => one.expired).length;
  if (expired > 0) return t("choice.findingExpired", { count: expired });
  const waiting = exceptions.filter(({ state }) => state === "submitted").length;
  if (waiting > 0) return t("choice.findingWaiting", { count: waiting });
  const running = exceptions.filter(({ state }) => state === "active").length;
  if (running > 0) return t("choice.findingRunning", { count: running });
  return t("choice.findingNone");
}

/** Past their end date first; further in the order they came in. */
export function alarmsFirst<One extends Pick<Summary, "expired">>(
  exceptions: readonly One[],
): readonly One[] {
  return exceptions.toSorted((one, other) => Number(other.expired) - Number(one.expired));
}
