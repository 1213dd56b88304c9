import { createHash, randomUUID } from "node:crypto";
import { type FreshDatabase, freshDatabase } from "@koers/database/testing";
import type { Insertable } from "kysely";
import type { Context } from "../../src/context.ts";
import { refreshSums } from "../../src/customers/index.ts";

type Tables = import("@koers/database").Tables;
type Row<Name extends keyof Tables> = Partial<Insertable<Tables[Name]>>;

/** Puts rows into a real database in few words; every row can be said in full where a test needs it. */
export type SeededFirm = {
  readonly database: FreshDatabase;
  readonly context: Context;
  readonly system: (kind: Tables["source_system"]["kind"], currency?: string) => Promise<number>;
  readonly file: (
    system: number,
    subject: string,
    from: string | null,
    to: string | null,
    row?: Row<"import">,
  ) => Promise<number>;
  readonly customer: (name: string, row?: Row<"customer">) => Promise<string>;
  readonly relation: (
    system: number,
    name: string,
    customer: string | null,
    row?: Row<"relation">,
  ) => Promise<string>;
  readonly accounts: (file: number, roles: Readonly<Record<string, string>>) => Promise<void>;
  /** Ledger lines, with the sums per account and month that belong to them. Debit positive. */
  readonly ledger: (
    file: number,
    lines: readonly (readonly [
      date: string,
      code: string,
      amount: bigint,
      relation?: string | null,
      more?: Row<"ledger_line">,
    ])[],
  ) => Promise<void>;
  readonly invoice: (
    file: number,
    relation: string,
    number: string,
    date: string,
    net: bigint,
    row?: Row<"invoice">,
    lines?: readonly Row<"invoice_line">[],
  ) => Promise<void>;
  readonly activity: (key: string, kind: string) => Promise<void>;
  readonly person: (name: string, costRate?: bigint) => Promise<string>;
  readonly hours: (
    file: number,
    entries: readonly (readonly [
      date: string,
      person: string,
      activity: string,
      seconds: number,
      relation?: string | null,
      more?: Row<"hour_entry">,
    ])[],
  ) => Promise<void>;
  readonly receivable: (
    file: number,
    relation: string,
    reference: string,
    event: Tables["receivable_event"]["event"],
    date: string,
    amount: bigint,
    row?: Row<"receivable_event">,
  ) => Promise<void>;
  readonly undo: (file: number) => Promise<void>;
  readonly refresh: (customers: readonly string[] | "all") => Promise<void>;
  readonly rows: <Name extends keyof Tables>(table: Name) => Promise<readonly Tables[Name][]>;
  readonly insert: <Name extends keyof Tables>(
    table: Name,
    rows: readonly Row<Name>[],
  ) => Promise<void>;
};

export async function seededFirm(now = "2026-06-15"): Promise<SeededFirm> {
  const database = await freshDatabase();
  return firmIn(database, now);
}

/** One more organisation in a database. */
export async function firmIn(database: FreshDatabase, now = "2026-06-15"): Promise<SeededFirm> {
  const organizationId = randomUUID();
  const context: Context = {
    database,
    organizationId,
    accountId: null,
    role: "owner",
    now: new Date(`${now}T12:00:00Z`),
    newId: randomUUID,
  };
  let next = 1;
  const insert: SeededFirm["insert"] = async (table, rows) => {
    if (rows.length === 0) return;
    await database.withOrganization(organizationId, async (tx) => {
      const whole = rows.map((row) => ({ organization_id: organizationId, ...row }));
      for (let from = 0; from < whole.length; from += 1000) {
        await tx
          .insertInto(table)
          .values(whole.slice(from, from + 1000) as never)
          .execute();
      }
    });
  };
  await insert("organization", [{ name: "Proef BV", kind: "real" }]);
  return {
    database,
    context,
    insert,
    async system(kind, currency) {
      const id = next++;
      await insert("source_system", [
        {
          source_system_id: id,
          kind,
          key: `${kind}-${id}`,
          name: kind,
          currency: currency ?? null,
        },
      ]);
      return id;
    },
    async file(system, subject, from, to, row = {}) {
      const id = next++;
      await insert("import", [
        {
          import_id: id,
          source_system_id: system,
          file_name: `file-${id}`,
          file_hash: createHash("sha256").update(`${id}`).digest(),
          file_size: 1n,
          format: "test",
          subject,
          status: "active",
          covers_from: from,
          covers_to: to,
          report: "{}",
          created_at: new Date("2026-06-01"),
          ...row,
        } as Row<"import">,
      ]);
      return id;
    },
    async customer(name, row = {}) {
      const id = randomUUID();
      await insert("customer", [{ customer_id: id, name, created_at: new Date(0), ...row }]);
      return id;
    },
    async relation(system, name, customer, row = {}) {
      const id = randomUUID();
      await insert("relation", [
        {
          relation_id: id,
          source_system_id: system,
          key: `name:${name}:${id}`,
          name,
          name_key: name.toLowerCase(),
          customer_id: customer,
          matched_by: "new",
          ...row,
        } as Row<"relation">,
      ]);
      return id;
    },
    async accounts(file, roles) {
      await insert(
        "ledger_account",
        Object.entries(roles).map(
          ([code, role], index) =>
            ({
              import_id: file,
              code,
              line: index + 1,
              description: role,
              type: "profit-and-loss",
              role,
              role_evidence: "description",
            }) as Row<"ledger_account">,
        ),
      );
    },
    async ledger(file, lines) {
      const months = new Map<
        string,
        { code: string; month: string; amount: bigint; lines: number }
      >();
      const rows = lines.map(([date, code, amount, relation, more], index) => {
        const month = `${date.slice(0, 7)}-01`;
        const sum = months.get(code + month) ?? { code, month, amount: 0n, lines: 0 };
        months.set(code + month, { ...sum, amount: sum.amount + amount, lines: sum.lines + 1 });
        return {
          import_id: file,
          sequence: next++,
          line: index + 10,
          transaction_sequence: index + 1,
          transaction_number: `T${index + 1}`,
          journal: "70",
          journal_type: "sales",
          date,
          code,
          amount,
          relation_id: relation ?? null,
          relation_from: relation === undefined || relation === null ? null : "line",
          ...more,
        } as Row<"ledger_line">;
      });
      await insert("ledger_line", rows);
      await insert(
        "ledger_month",
        [...months.values()].map((month) => ({ import_id: file, ...month })),
      );
    },
    async invoice(file, relation, number, date, net, row = {}, lines = []) {
      const sequence = next++;
      await insert("invoice", [
        {
          import_id: file,
          sequence,
          line: sequence,
          number,
          type: net < 0n ? "credit-note" : "invoice",
          issue_date: date,
          currency: "EUR",
          net,
          gross: (net * 121n) / 100n,
          relation_id: relation,
          ...row,
        } as Row<"invoice">,
      ]);
      await insert(
        "invoice_line",
        lines.map((line, index) => ({
          import_id: file,
          sequence: sequence * 100 + index,
          invoice_sequence: sequence,
          line: index + 1,
          ...line,
        })),
      );
    },
    async activity(key, kind) {
      await insert("activity", [
        { activity_key: key, name: key, kind, kind_from: "name" } as Row<"activity">,
      ]);
    },
    async person(name, costRate) {
      const id = randomUUID();
      await insert("person", [
        { person_id: id, name, name_key: name.toLowerCase(), cost_rate: costRate ?? null },
      ]);
      return id;
    },
    async hours(file, entries) {
      const seen = new Map<string, number>();
      const { rows: systems } = await database.withOrganization(organizationId, async (tx) => ({
        rows: await tx
          .selectFrom("import")
          .select("source_system_id")
          .where("import_id", "=", file)
          .execute(),
      }));
      await insert(
        "hour_entry",
        entries.map(([date, person, activity, seconds, relation, more], index) => {
          const says = [date, person, activity, seconds, relation ?? ""].join("|");
          const occurrence = (seen.get(says) ?? 0) + 1;
          seen.set(says, occurrence);
          return {
            import_id: file,
            sequence: next++,
            line: index + 2,
            date,
            seconds,
            person_id: person,
            relation_id: relation ?? null,
            activity_key: activity,
            billable: true,
            entry_hash: createHash("sha256").update(says).digest(),
            occurrence,
            source_system_id: systems[0]?.source_system_id as number,
            ...more,
          } as Row<"hour_entry">;
        }),
      );
    },
    async receivable(file, relation, reference, event, date, amount, row = {}) {
      await insert("receivable_event", [
        {
          import_id: file,
          sequence: next++,
          line: next,
          relation_id: relation,
          invoice_reference: reference,
          event,
          date,
          currency: "EUR",
          amount,
          ...row,
        },
      ]);
    },
    async undo(file) {
      await database.withOrganization(organizationId, (tx) =>
        tx
          .deleteFrom("import")
          .where("organization_id", "=", organizationId)
          .where("import_id", "=", file)
          .execute(),
      );
    },
    async refresh(customers) {
      await database.withOrganization(organizationId, (tx) =>
        refreshSums(tx, context, { customers }),
      );
    },
    async rows(table) {
      const rows: unknown = await database.withOrganization<unknown>(organizationId, (tx) =>
        tx
          .selectFrom(table as "customer")
          .selectAll()
          .execute(),
      );
      return rows as never;
    },
  };
}
