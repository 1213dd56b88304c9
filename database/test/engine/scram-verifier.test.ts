import { askForEngine } from "@koers/database/testing";
import { Client } from "pg";
import { expect, test } from "vitest";
import { scramVerifier } from "../../src/engine/scram-verifier.ts";

test("a role made with a verifier logs in with the password and with no other", async () => {
  const { administrator } = await askForEngine();
  const client = new Client(administrator);
  await client.connect();
  await client.query(`create role koers_scram with login password '${scramVerifier("right")}'`);
  const logIn = async (password: string) => {
    const tried = new Client({ ...administrator, user: "koers_scram", password });
    try {
      await tried.connect();
    } finally {
      await tried.end();
    }
  };
  try {
    await logIn("right");
    // A server that trusts its own machine asks for no password at all.
    const { rows } = await client.query<{ stored: string }>(
      "select rolpassword as stored from pg_authid where rolname = 'koers_scram'",
    );
    expect(rows[0]?.stored).toMatch(/^SCRAM-SHA-256\$4096:/);
    const { rows: rules } = await client.query<{ method: string }>(
      "select distinct auth_method as method from pg_hba_file_rules",
    );
    if (rules.every((rule) => rule.method === "scram-sha-256")) {
      await expect(logIn("wrong")).rejects.toMatchObject({ code: "28P01" });
    }
  } finally {
    await client.query("drop role koers_scram");
    await client.end();
  }
});
