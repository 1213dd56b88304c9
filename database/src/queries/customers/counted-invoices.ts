import { type RawBuilder, sql } from "kysely";
import type { Coverage } from "./coverage.ts";
import { type CustomerScope, inScope } from "./customer-scope.ts";

/**
 * Each sales invoice once, by customer and number: an e-invoice before a list, a newer list before an
 * older. `counts` is false on days where the ledger already holds the revenue; `outside_ledger` is true
 * where it comes on top of what the ledger holds. One file is trusted to repeat a number only where a
 * list has a row per part of an invoice; the same e-invoice twice is one.
 */
export function countedInvoices(
  organizationId: string,
  scope: CustomerScope,
  coverage: Coverage,
): RawBuilder<unknown> {
  return sql`(
    select once.*,
      not (once.issue_date <@ ${coverage.naming}::datemultirange) and once.net is not null as counts,
      not (once.issue_date <@ ${coverage.ledger}::datemultirange) and once.net is not null
        as outside_ledger
    from (
      select relation.customer_id, document.import_id, document.sequence, document.line,
        document.number, document.type, document.issue_date, document.due_date, document.paid_date,
        document.currency, document.gross, document.project, file.source_kind, document.net,
        first_value(document.import_id) over same_number as chosen_import,
        row_number() over (
          partition by relation.customer_id, document.number, document.import_id
          order by document.sequence
        ) as nth
      from relation
      join invoice document
        on document.organization_id = relation.organization_id
        and document.relation_id = relation.relation_id
      join summed_import file
        on file.organization_id = document.organization_id and file.import_id = document.import_id
      where relation.organization_id = ${organizationId}::uuid
        and document.organization_id = ${organizationId}::uuid
        and file.organization_id = ${organizationId}::uuid
        and relation.customer_id is not null and ${inScope(scope, "relation.customer_id")}
      window same_number as (
        partition by relation.customer_id, document.number
        order by file.source_kind = 'e-invoicing' desc, document.import_id desc
      )
    ) as once
    where import_id = chosen_import and (nth = 1 or source_kind <> 'e-invoicing')
  )`;
}
