import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";

export type CustomerNames = {
  readonly id: readonly string[];
  readonly name: readonly string[];
  readonly city: readonly (string | null)[];
  readonly objects: readonly boolean[];
};

/** Every customer of the organisation, by id. */
export async function customerNames(
  transaction: Transaction,
  organizationId: string,
): Promise<CustomerNames> {
  const { rows } = await sql<{ all: string | null }>`
    select json_build_object(
      'id', array_agg(customer_id), 'name', array_agg(name), 'city', array_agg(city),
      'objects', array_agg(scoring_objection is not null)
    )::text as "all"
    from (
      select customer_id, name, city, scoring_objection from customer
      where organization_id = ${organizationId}::uuid order by customer_id
    ) as customer`.execute(transaction);
  const all = JSON.parse(rows[0]?.all ?? "{}") as Partial<CustomerNames>;
  return {
    id: all.id ?? [],
    name: all.name ?? [],
    city: all.city ?? [],
    objects: all.objects ?? [],
  };
}
