import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { readCamt053 } from "../../src/bank/read-camt053.ts";
import type { BookRecord, PaymentRecord } from "../../src/record.ts";
import { type Source, sourceFromBytes } from "../../src/source.ts";
import { samples } from "../samples.ts";

async function read(source: Source) {
  const records: BookRecord[] = [];
  const result = await readCamt053(source, {
    today: "2026-11-21",
    emit: (some) => {
      records.push(...some);
    },
  });
  const payments = records.filter((record): record is PaymentRecord => record.kind === "payment");
  return { ...result, payments, codes: result.problems.map((problem) => problem.code) };
}

const readText = (text: string) => read(sourceFromBytes("bank.xml", strToU8(text)));
const there = existsSync(join(samples, "bank"));
const readSample = (name: string) =>
  read(sourceFromBytes(name, readFileSync(join(samples, "bank", name))));

describe.skipIf(!there)("the sample statements", () => {
  test("version 2: received 8.85 on the creditor's reference", async () => {
    const { payments, problems, totals } = await readSample("genkgo-camt053.v2.minimal.xml");
    expect(payments).toEqual([
      {
        kind: "payment",
        line: 90,
        date: "2014-12-31",
        currency: "EUR",
        amount: 885n,
        counterparty: "NAME NAME",
        counterpartyIban: "NL56AGDH9619008421",
        remittance: "4654654654654654",
      },
    ]);
    expect(totals).toEqual({
      statements: 1,
      payments: 1,
      "received EUR": "8.85",
      "paid EUR": "0.00",
    });
    // Its closing balance is in Swedish crowns.
    expect(problems).toMatchObject([
      { code: "BALANCE_NOT_CHECKED", severity: "flag", found: "EUR, SEK" },
    ]);
  });

  test("version 2 with two statements whose balances hold", async () => {
    const { payments, problems } = await readSample("genkgo-camt053.v2.multi.statement.xml");
    expect(problems).toEqual([]);
    expect(payments).toMatchObject([
      { amount: 885n, remittance: "Transaction Description 1", endToEndId: "000000001" },
      {
        amount: -700n,
        counterparty: "Company Name 2",
        remittance: "Transaction Description 2",
        endToEndId: "000000002",
      },
    ]);
  });

  test("version 8: the party one level deeper, a time for a date", async () => {
    const { payments } = await readSample("genkgo-camt053.v8.xml");
    expect(payments).toMatchObject([
      {
        date: "2014-12-31",
        amount: 885n,
        counterparty: "NAME NAME",
        counterpartyIban: "NL56AGDH9619008421",
        endToEndId: "MUELL/FINP/RA12345",
      },
    ]);
  });

  test("are all read", async () => {
    const names = readdirSync(join(samples, "bank")).filter((name) => name.endsWith(".xml"));
    expect(names).toHaveLength(3);
    for (const name of names) {
      const { problems } = await readSample(name);
      expect(problems.filter((problem) => problem.severity === "refuse")).toEqual([]);
    }
  });
});

function balance(code: string, amount: string, side = "CRDT", currency = "EUR"): string {
  return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd><Dt><Dt>2025-01-31</Dt></Dt></Bal>`;
}

function entry(amount: string, side = "CRDT", inside = "", status = "BOOK"): string {
  return `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd><Sts>${status}</Sts><BookgDt><Dt>2025-01-31</Dt></BookgDt>${inside}</Ntry>`;
}

function statement(inside: string, version = "02"): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><GrpHdr/><Stmt><Id>1</Id>${inside}</Stmt></BkToCstmrStmt></Document>`;
}

const detail = (inside: string) => `<TxDtls>${inside}</TxDtls>`;
const details = (...all: string[]) => `<NtryDtls>${all.map(detail).join("")}</NtryDtls>`;

describe("the balance", () => {
  const balanced = balance("OPBD", "100.00") + balance("CLBD", "70.00");

  test("holds over money in and out", async () => {
    const { payments, problems } = await readText(
      statement(balanced + entry("20.00") + entry("50.00", "DBIT")),
    );
    expect(problems).toEqual([]);
    expect(payments.map((payment) => payment.amount)).toEqual([2000n, -5000n]);
  });

  test("a cent off refuses the file", async () => {
    const { problems } = await readText(
      statement(balanced + entry("20.01") + entry("50.00", "DBIT")),
    );
    expect(problems).toMatchObject([
      {
        code: "BALANCE_MISMATCH",
        severity: "refuse",
        found: "70.01",
        expected: "70.00",
        place: { line: 1 },
      },
    ]);
  });

  test("may be below zero, and is the sum whatever the entries", async () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const signed = (value: number): [string, string] => [
      (Math.abs(value) / 100).toFixed(2),
      value < 0 ? "DBIT" : "CRDT",
    ];
    await fc.assert(
      fc.asyncProperty(
        cents,
        fc.array(cents, { maxLength: 10 }),
        fc.constantFrom(0, 1, -1),
        async (opening, amounts, off) => {
          const closing = amounts.reduce((sum, one) => sum + one, opening) + off;
          const text = statement(
            balance("OPBD", ...signed(opening)) +
              balance("CLBD", ...signed(closing)) +
              amounts.map((one) => entry(...signed(one))).join(""),
          );
          expect((await readText(text)).codes).toEqual(off === 0 ? [] : ["BALANCE_MISMATCH"]);
        },
      ),
      { numRuns: 50 },
    );
  });

  test("counts what is booked only, and the previous closing balance opens", async () => {
    const text = statement(
      balance("PRCD", "100.00") +
        balance("CLBD", "120.00") +
        entry("20.00") +
        entry("5.00", "CRDT", "", "PDNG"),
    );
    const { payments, problems } = await readText(text);
    expect(payments).toHaveLength(1);
    expect(problems).toMatchObject([{ code: "ENTRY_NOT_BOOKED", severity: "note" }]);
  });

  test("that is missing is said", async () => {
    expect((await readText(statement(entry("1.00")))).problems).toMatchObject([
      { code: "BALANCE_NOT_CHECKED", severity: "note" },
    ]);
  });
});

describe("the summary", () => {
  const with_ = (summary: string) =>
    statement(
      balance("OPBD", "0.00") +
        balance("CLBD", "10.00") +
        `<TxsSummry>${summary}</TxsSummry>` +
        entry("30.00") +
        entry("20.00", "DBIT"),
    );

  test("that is right says nothing", async () => {
    const { problems } = await readText(
      with_(
        "<TtlNtries><NbOfNtries>2</NbOfNtries><Sum>50.00</Sum></TtlNtries><TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>30.00</Sum></TtlCdtNtries><TtlDbtNtries><NbOfNtries>1</NbOfNtries><Sum>20</Sum></TtlDbtNtries>",
      ),
    );
    expect(problems).toEqual([]);
  });

  test.each([
    ["<TtlNtries><NbOfNtries>3</NbOfNtries></TtlNtries>", "CONTROL_COUNT_MISMATCH"],
    ["<TtlCdtNtries><NbOfNtries>x</NbOfNtries></TtlCdtNtries>", "CONTROL_COUNT_MISMATCH"],
    ["<TtlNtries><Sum>50.01</Sum></TtlNtries>", "CONTROL_SUM_MISMATCH"],
    ["<TtlDbtNtries><Sum>19.99</Sum></TtlDbtNtries>", "CONTROL_SUM_MISMATCH"],
    ["<TtlCdtNtries><Sum>30,00</Sum></TtlCdtNtries>", "CONTROL_SUM_MISMATCH"],
  ])("%s is refused", async (summary, code) => {
    expect((await readText(with_(summary))).codes).toEqual([code]);
  });
});

describe("an entry", () => {
  const balanced = balance("OPBD", "0.00") + balance("CLBD", "30.00");
  const party = (who: string, name: string) =>
    `<RltdPties><${who}><Nm>${name}</Nm></${who}></RltdPties>`;

  test("of several payments is taken apart", async () => {
    const inside = details(
      `<Amt Ccy="EUR">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>${party("Dbtr", "A")}<RmtInf><Ustrd>F1</Ustrd></RmtInf>`,
      `<AmtDtls><TxAmt><Amt Ccy="EUR">20.00</Amt></TxAmt></AmtDtls>${party("Dbtr", "B")}<RmtInf><Ustrd>F2</Ustrd></RmtInf>`,
    );
    const { payments, problems } = await readText(
      statement(balanced + entry("30.00", "CRDT", inside)),
    );
    expect(problems).toEqual([]);
    expect(payments).toMatchObject([
      { amount: 1000n, counterparty: "A", remittance: "F1" },
      { amount: 2000n, counterparty: "B", remittance: "F2" },
    ]);
  });

  test("whose parts do not add up stays one payment, and says so", async () => {
    const inside = details(
      `<Amt Ccy="EUR">10.00</Amt>`,
      `<Amt Ccy="USD">20.00</Amt><RmtInf><Ustrd>F2</Ustrd></RmtInf>`,
    );
    const { payments, problems } = await readText(
      statement(balanced + entry("30.00", "CRDT", inside)),
    );
    expect(payments).toMatchObject([{ amount: 3000n, remittance: "F2" }]);
    expect(problems).toMatchObject([
      { code: "BATCH_NOT_SPLIT", severity: "note", found: "10.00", expected: "30.00" },
    ]);
  });

  test("that turns a payment of ours back comes from the creditor", async () => {
    const inside = `<RvslInd>true</RvslInd>${details(party("Cdtr", "Supplier") + party("Dbtr", "Us"))}`;
    const { payments } = await readText(statement(balanced + entry("30.00", "CRDT", inside)));
    expect(payments).toMatchObject([{ amount: 3000n, counterparty: "Supplier" }]);
  });

  test("has its texts and references together", async () => {
    const remittance =
      "<RmtInf><Ustrd>Factuur</Ustrd><Ustrd>2025-7</Ustrd><Strd><RfrdDocInf><Nb>2025-8</Nb></RfrdDocInf><CdtrRefInf><Ref>RF18</Ref></CdtrRefInf></Strd></RmtInf>";
    const inside = details(`<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>${remittance}`);
    const { payments } = await readText(statement(balanced + entry("30.00", "CRDT", inside)));
    expect(payments[0]?.remittance).toBe("Factuur 2025-7 RF18 2025-8");
    expect(payments[0]).not.toHaveProperty("endToEndId");
    const bare = await readText(
      statement(balanced + entry("30.00", "CRDT", "<AddtlNtryInf>Rente</AddtlNtryInf>")),
    );
    expect(bare.payments[0]?.remittance).toBe("Rente");
  });

  test.each([
    ["a comma", entry("30,00"), "AMOUNT_FORMAT"],
    ["a minus", entry("-30.00"), "AMOUNT_FORMAT"],
    ["nothing", entry(""), "AMOUNT_FORMAT"],
    ["no side", entry("30.00", ""), "AMNT_TP"],
    ["an unknown side", entry("30.00", "C"), "AMNT_TP"],
    ["no amount", entry("1").replace(/<Amt.*?<\/Amt>/, ""), "REQUIRED"],
    ["an unknown currency", entry("30.00").replace("EUR", "XXX"), "BR-CL-04"],
    ["no such day", entry("30.00").replace("2025-01-31", "2025-02-30"), "DATE_FORMAT"],
    ["no day", entry("30.00").replace(/<BookgDt>.*<\/BookgDt>/, ""), "DATE_FORMAT"],
  ])("with %s is refused with its line", async (_, text, code) => {
    const { problems, payments } = await readText(statement(balanced + text));
    expect(payments).toEqual([]);
    expect(problems).toMatchObject([{ code, severity: "refuse", place: { line: 1 } }]);
  });

  test("of tomorrow is flagged", async () => {
    const text = statement(balanced + entry("30.00").replace("2025-01-31", "2026-11-22"));
    expect((await readText(text)).problems).toMatchObject([
      { code: "DATE_FUTURE", severity: "flag" },
    ]);
  });
});

describe("the file", () => {
  test.each(["02", "03", "04", "08", "13"])("may be version %s", async (version) => {
    const inside = balance("OPBD", "0.00") + balance("CLBD", "1.00") + entry("1.00");
    expect((await readText(statement(inside, version))).problems).toEqual([]);
  });

  test("may be in ISO 8859-1, as it says", async () => {
    const inside =
      balance("OPBD", "0.00") +
      balance("CLBD", "1.00") +
      entry("1.00", "CRDT", details("<RmtInf><Ustrd>Café Zoë</Ustrd></RmtInf>"));
    const text = statement(inside).replace("UTF-8", "ISO-8859-1");
    const { payments, problems } = await read(sourceFromBytes("a.xml", strToU8(text, true)));
    expect(problems).toEqual([]);
    expect(payments[0]?.remittance).toBe("Café Zoë");
  });

  test.each([
    ["a payment order", statement("").replace("camt.053", "pain.001"), "NOT_A_STATEMENT"],
    ["an intraday report", statement("").replace("camt.053", "camt.052"), "NOT_A_STATEMENT"],
    ["an invoice", "<Invoice/>", "NOT_A_STATEMENT"],
    ["another vocabulary", "<Document xmlns='urn:evil'/>", "NAMESPACE"],
    ["no statement", statement("").replace(/<Stmt>.*<\/Stmt>/, ""), "NOT_A_STATEMENT"],
    ["a DOCTYPE", statement("").replace("?>", "?><!DOCTYPE Document>"), "DTD_NOT_ALLOWED"],
    ["half of it", statement(entry("1.00")).slice(0, 250), "XML_TRUNCATED"],
  ])("with %s is refused", async (_, text, code) => {
    expect((await readText(text)).codes).toEqual([code]);
  });

  test("of fifty thousand entries is handed on in pieces", async () => {
    const text = statement(
      balance("OPBD", "0.00") + balance("CLBD", "500.00") + entry("0.01").repeat(50_000),
    );
    const bytes = strToU8(text);
    let calls = 0;
    let largest = 0;
    const result = await readCamt053(
      {
        ...sourceFromBytes("a.xml", bytes),
        async *open() {
          for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
        },
      },
      {
        today: "2026-11-21",
        emit: (records) => {
          calls += 1;
          largest = Math.max(largest, records.length);
        },
      },
    );
    expect(result.problems).toEqual([]);
    expect(result.totals).toMatchObject({ payments: 50_000, "received EUR": "500.00" });
    expect(calls).toBeGreaterThan(10);
    expect(largest).toBeLessThan(5_000);
  });
});
