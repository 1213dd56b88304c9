import { type FreshDatabase, freshDatabase } from "@koers/database/testing";
import { Client, escapeIdentifier } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findCulprits, schemaRules } from "./schema-rules.ts";

let database: FreshDatabase;
let client: Client;
let applicationRole: string;
beforeAll(async () => {
  database = await freshDatabase();
  applicationRole = database.connections.application.user;
  client = new Client(database.connections.administrator);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test.each(schemaRules)("the migrated schema holds: $rule", async (rule) => {
  expect(await findCulprits(client, rule, applicationRole)).toEqual([]);
});

const guarded = `
  alter table bad enable row level security;
  alter table bad force row level security;
  create policy organization_rows on bad
    using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);`;
const table = "organization_id uuid not null, id integer not null, value text";
const good = `create table bad (${table}, primary key (organization_id, id)); ${guarded}`;

type Fault = {
  readonly rule: string;
  readonly sql: string | ((role: string) => string);
  /** The first PostgreSQL in which the fault can be made at all. */
  readonly since?: number;
};

const faults: readonly Fault[] = [
  {
    rule: "a primary key starts with organization_id",
    sql: `create table bad (${table}, primary key (id, organization_id)); ${guarded}`,
  },
  { rule: "every table has a primary key", sql: `create table bad (${table}); ${guarded}` },
  {
    rule: "organization_id is a uuid and never null",
    sql: "create table bad (organization_id text primary key)",
  },
  {
    rule: "what is unique is unique within an organisation",
    sql: `${good} create unique index bad_value on bad (value)`,
  },
  {
    rule: "what is unique is unique within an organisation",
    sql: `${good} alter table bad add constraint bad_value unique (value)`,
  },
  {
    rule: "a foreign key carries the organisation",
    sql: `${good} create table bad_instance (id integer primary key);
      alter table bad add foreign key (id) references bad_instance`,
  },
  {
    rule: "a foreign key carries the organisation",
    // Both columns are there, crosswise.
    sql: `${good} alter table bad add other uuid;
      create table bad_other (a uuid, organization_id uuid, primary key (organization_id, a));
      alter table bad add foreign key (organization_id, other) references bad_other (a, organization_id)`,
  },
  {
    rule: "a table of the installation refers to none of an organisation",
    sql: `create table instance_bad (id uuid primary key references organization)`,
  },
  {
    rule: "no foreign key changes organization_id",
    sql: `${good} alter table bad add customer_id uuid;
      alter table bad add foreign key (organization_id, customer_id) references customer on delete set null`,
  },
  {
    rule: "no foreign key changes organization_id",
    sql: `${good} alter table bad add customer_id uuid;
      alter table bad add foreign key (organization_id, customer_id) references customer on update cascade`,
  },
  {
    rule: "row-level security is enabled",
    sql: `${good} alter table bad disable row level security`,
  },
  {
    rule: "row-level security is forced on the owner",
    sql: `${good} alter table bad no force row level security`,
  },
  {
    rule: "a policy guards reading and writing",
    sql: `${good} drop policy organization_rows on bad`,
  },
  {
    rule: "a policy guards reading and writing",
    sql: `${good} drop policy organization_rows on bad;
      create policy reading on bad for select using
        (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)`,
  },
  {
    rule: "a policy guards reading and writing",
    // Without its own check a policy for all commands checks by USING; we want it in plain sight.
    sql: `${good} drop policy organization_rows on bad;
      create policy organization_rows on bad using
        (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)`,
  },
  {
    rule: "no policy lets in more than the organisation of the transaction",
    sql: `${good} create policy everyone on bad for select using (true)`,
  },
  {
    rule: "no policy lets in more than the organisation of the transaction",
    sql: `${good} create policy anyone on bad for insert with check (true)`,
  },
  {
    rule: "no triggers",
    sql: `create trigger bad before update on customer for each row
      execute function suppress_redundant_updates_trigger()`,
  },
  { rule: "no rewrite rules", sql: "create rule bad as on delete to customer do instead nothing" },
  {
    rule: "no views, materialised views or foreign tables",
    sql: "create view bad as select * from customer",
  },
  {
    rule: "no views, materialised views or foreign tables",
    sql: "create materialized view bad as select * from customer",
  },
  {
    rule: "no functions of our own",
    sql: "create function bad() returns bigint language sql security definer as 'select count(*) from customer'",
  },
  {
    rule: "no virtual generated columns",
    sql: "alter table customer add bad text generated always as (lower(name)) virtual",
    since: 18,
  },
  {
    rule: "no uuidv7(), which PostgreSQL 15 does not have",
    sql: "alter table customer alter customer_id set default uuidv7()",
    since: 18,
  },
  { rule: "an instant has a time zone", sql: "alter table customer add bad timestamp" },
  {
    rule: "every table survives a crash",
    sql: `create unlogged table bad (${table}, primary key (organization_id, id)); ${guarded}`,
  },
  {
    rule: "the application is no superuser and not above row-level security",
    sql: (role) => `alter role ${role} superuser`,
  },
  {
    rule: "the application is no superuser and not above row-level security",
    sql: (role) => `alter role ${role} bypassrls`,
  },
  {
    rule: "the application owns nothing and can become nobody who does",
    sql: (role) => `alter table customer owner to ${role}`,
  },
  {
    rule: "the application cannot get round row-level security by its privileges",
    sql: (role) => `grant truncate on customer to ${role}`,
  },
];

test.for(faults)("a planted fault is found: $rule ($sql)", async (fault, { skip }) => {
  const { since = 15 } = fault;
  skip(Number.parseInt(database.version, 10) < since, `PostgreSQL ${since} and newer only`);
  const rule = schemaRules.find((candidate) => candidate.rule === fault.rule);
  if (rule === undefined) throw new RangeError(`no rule: ${fault.rule}`);
  await client.query("begin");
  try {
    const role = escapeIdentifier(applicationRole);
    await client.query(typeof fault.sql === "string" ? fault.sql : fault.sql(role));
    expect(await findCulprits(client, rule, applicationRole)).not.toEqual([]);
  } finally {
    await client.query("rollback");
  }
});

test("every rule has been seen to find a fault", () => {
  const proved = new Set(faults.map((fault) => fault.rule));
  expect(schemaRules.map(({ rule }) => rule).filter((rule) => !proved.has(rule))).toEqual([]);
});
