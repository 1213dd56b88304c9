import { dataVersion, findOrganization, type Transaction } from "@koers/database";
import type { Context } from "../context.ts";
import { KoersError } from "../koers-error.ts";
import { keepFacts, keptFacts } from "./facts-cache.ts";
import type { FirmFacts } from "./firm-facts.ts";
import { organizationChoices } from "./organization-choices.ts";
import { readFirmFacts, resolvePeriod } from "./read-firm-facts.ts";
import { today } from "./today.ts";

/** The facts of every customer over a period, from memory where the books did not change since. */
export async function firmFactsOf(
  transaction: Transaction,
  context: Pick<Context, "organizationId" | "now">,
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<FirmFacts> {
  const { organizationId } = context;
  const found = await findOrganization(transaction, organizationId);
  const version = await dataVersion(transaction, organizationId);
  if (found === undefined || version === undefined) throw new KoersError("not-found");
  const day = today(context.now, found.timeZone);
  const key = [organizationId, version, asked.from, asked.to, day].join(" ");
  const before = keptFacts(key);
  if (before !== undefined) return before;
  const organization = await organizationChoices(transaction, organizationId);
  const resolved = await resolvePeriod(transaction, context, asked, day);
  const facts = await readFirmFacts(transaction, organization, version, resolved, day);
  keepFacts(key, facts);
  return facts;
}
