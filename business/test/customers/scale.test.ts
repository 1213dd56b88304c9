import { askForEngine } from "@koers/database/testing";
import { Client } from "pg";
import { expect, test } from "vitest";
import { getCustomer, getPortfolio } from "../../src/customers/index.ts";
import { seededFirm } from "./seeded-firm.ts";

const asked = process.env["KOERS_SCALE"] !== undefined;

/** 50,000 customers, 1,000,000 invoice lines, 300,000 ledger lines and 600,000 hours, made in SQL. */
const fill = `
  insert into customer (organization_id, customer_id, name, created_at)
    select $1, md5('c' || i)::uuid, 'Klant ' || i, now() from generate_series(1, 50000) i;
  insert into source_system values ($1, 1, 'bookkeeping', 'b', 'b', 'EUR'),
    ($1, 2, 'list', 'l', 'l', null), ($1, 3, 'time-tracking', 't', 't', null);
  insert into relation (organization_id, relation_id, source_system_id, key, name, name_key, customer_id)
    select $1, md5(s || 'r' || i)::uuid, s, 'id:' || i, 'Klant ' || i, 'klant', md5('c' || i)::uuid
    from generate_series(1, 50000) i, generate_series(1, 3) s;
  insert into import (organization_id, import_id, source_system_id, file_name, file_hash, file_size,
      format, subject, status, covers_from, covers_to, report, created_at)
    select $1, y, 1, y || '.xaf', sha256(y::text::bytea), 1, 'xaf', 'books', 'active',
      make_date(y, 1, 1), make_date(y, 12, 31), '{}', '2026-06-01'
    from generate_series(2023, 2025) y;
  insert into import (organization_id, import_id, source_system_id, file_name, file_hash, file_size,
      format, subject, status, covers_from, covers_to, report, created_at) values
    ($1, 1, 2, 'invoices.csv', sha256('i'), 1, 'csv', 'invoices', 'active', '2023-01-01',
      '2026-05-31', '{}', '2026-06-01'),
    ($1, 2, 3, 'hours.csv', sha256('h'), 1, 'csv', 'hours', 'active', '2023-01-01', '2025-12-31',
      '{}', '2026-06-01');
  insert into ledger_account (organization_id, import_id, code, line, role, role_evidence)
    select $1, y, code, 1, role, 'description'
    from generate_series(2023, 2025) y, (values ('8000', 'revenue'), ('7000', 'direct-purchases'),
      ('4000', 'personnel'), ('4500', 'overhead')) as a (code, role);
  insert into ledger_line (organization_id, import_id, sequence, line, transaction_sequence,
      transaction_number, journal, date, code, amount, relation_id, relation_from)
    select $1, 2023 + i % 3, i, i, i, i, '70', make_date(2023 + i % 3, 1, 1) + (i / 3) % 365, '8000',
      -(abs(hashint4(i)) % 100000), md5('1r' || 1 + abs(hashint4(i)) % 50000)::uuid, 'line'
    from generate_series(1, 300000) i;
  insert into ledger_month
    select $1, import_id, code, date_trunc('month', date)::date, sum(amount), count(*)
    from ledger_line where organization_id = $1 group by 1, 2, 3, 4;
  insert into ledger_month
    select $1, y, '4000', make_date(y, m, 1), 300000000, 1
    from generate_series(2023, 2025) y, generate_series(1, 12) m;
  insert into invoice (organization_id, import_id, sequence, line, number, type, issue_date, currency,
      net, gross, relation_id, paid_date)
    select $1, 1, i, i, i, 'invoice', date '2023-01-01' + i % 1247, 'EUR', i % 10000, i % 10000,
      md5('2r' || 1 + abs(hashint4(i)) % 50000)::uuid, date '2023-02-01' + i % 1247
    from generate_series(1, 250000) i;
  insert into invoice_line (organization_id, import_id, sequence, invoice_sequence, line, item, net, discount)
    select $1, 1, i, 1 + i / 4 % 250000, i, 'Advies ' || i % 7, i % 2500, i % 100
    from generate_series(1, 1000000) i;
  insert into activity values ($1, 'w', 'w', 'delivery', 'name'), ($1, 's', 's', 'selling', 'name'),
    ($1, 'r', 'r', 'rework', 'name'), ($1, 'i', 'i', 'internal', 'name');
  insert into person (organization_id, person_id, name, name_key)
    select $1, md5('p' || i)::uuid, 'P' || i, 'p' || i from generate_series(1, 250) i;
  insert into hour_entry (organization_id, import_id, sequence, line, date, seconds, person_id,
      relation_id, activity_key, billable, entry_hash, occurrence, source_system_id)
    select $1, 2, i, i, date '2023-01-01' + i % 1096, 900 * (1 + i % 12),
      md5('p' || 1 + i % 250)::uuid,
      case when i % 8 = 0 then null else md5('3r' || 1 + abs(hashint4(i)) % 50000)::uuid end,
      (array['w', 'w', 'w', 's', 'r'])[1 + i % 5], true, sha256(i::text::bytea), 1, 3
    from generate_series(1, 600000) i;`;

test.skipIf(!asked)(
  "a firm of 50,000 customers (set KOERS_SCALE to run)",
  { timeout: 600_000 },
  async () => {
    const firm = await seededFirm();
    const client = new Client({
      ...(await askForEngine()).administrator,
      database: firm.database.connections.administrator.database,
    });
    await client.connect();
    const time = async <T>(what: string, work: () => Promise<T>) => {
      const startedAt = performance.now();
      const result = await work();
      console.log(`${what}: ${Math.round(performance.now() - startedAt)} ms`);
      return result;
    };
    await time("fill", () =>
      client.query(fill.replaceAll("$1", `'${firm.context.organizationId}'::uuid`)),
    );
    await time("refresh all", () => firm.refresh("all"));
    await time("refresh all again", () => firm.refresh("all"));
    const one = (await client.query("select md5('c7')::uuid::text as id")).rows[0].id as string;
    await time("refresh one", () => firm.refresh([one]));
    await time("refresh one again", () => firm.refresh([one]));
    await client.query("vacuum analyze");
    await time("refresh one, with statistics", () => firm.refresh([one]));
    for (let round = 0; round < 3; round += 1) {
      await firm.refresh([one]);
      const portfolio = await time("portfolio, cold", () => getPortfolio(firm.context, {}));
      expect(portfolio.ids).toHaveLength(50_000);
      expect(
        portfolio.columns.find((column) => column.fact === "fullyLoadedProfit")?.unknown,
      ).toBeUndefined();
      await time("portfolio, from memory", () => getPortfolio(firm.context, {}));
      const text = await time("to JSON", async () => JSON.stringify(portfolio));
      console.log(`${Math.round(text.length / 1e6)} MB`);
    }
    await time("customer", () => getCustomer(firm.context, { id: one }));
    await client.end();
    await firm.database.drop();
  },
);
