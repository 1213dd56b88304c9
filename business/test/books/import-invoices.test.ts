import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { undoImport } from "../../src/books/index.ts";
import { dumpRows } from "./dump-rows.ts";
import { type Office, openOffice, sample, text } from "./office.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.database.drop());

async function rowsOf(of: Office, table: string) {
  return ((await dumpRows(of))[table] ?? []).map((row) => JSON.parse(row));
}

async function setNumbers(of: Office, kvk: string | null, vatId: string | null): Promise<void> {
  const { organizationId } = of.context;
  await of.database.withOrganization(organizationId, (transaction) =>
    transaction
      .updateTable("organization")
      .set({ kvk, vat_id: vatId })
      .where("organization_id", "=", organizationId)
      .execute(),
  );
}

const invoices = [
  ["openpeppol-base-example.xml", "ubl-invoice", 132500],
  ["openpeppol-base-creditnote-correction.xml", "ubl-credit-note", -132500],
  ["openpeppol-base-negative-inv-correction.xml", "ubl-invoice", -132500],
  ["testset-SI-UBL-1.2-ok-full.xml", "ubl-invoice", 143650],
  ["cen-CII_example1.xml", "cii", 22960],
  ["testset-NLCIUS-CII_ok_example.xml", "cii", 90891],
  ["logius-NLCIUS-basisfactuur-rijk.xml", "ubl-invoice", 325000],
  ["zugferd-EN16931_Einfach.pdf", "factur-x-pdf", 47300],
] as const;

describe("importing e-invoices", () => {
  it.each(invoices)("stores %s net of VAT and takes it back", async (name, format, net) => {
    const other = await openOffice(office.database);
    const empty = await dumpRows(other);
    const preview = await other.bring([sample(`einvoice/${name}`)]);
    expect(preview.files[0]).toMatchObject({ format, accepted: true });
    expect(preview.results).toMatchObject([{ outcome: "imported" }]);
    const [invoice] = await rowsOf(other, "invoice");
    expect(invoice).toMatchObject({ net });
    const months = await rowsOf(other, "customer_month");
    expect(months.map((month) => month.revenue)).toEqual([net]);
    await undoImport(other.context, { importId: 1 });
    expect(await dumpRows(other)).toEqual(empty);
  });

  it("tells sales from purchases by the firm's own VAT id", async () => {
    const other = await openOffice(office.database);
    const source = sample("einvoice/openpeppol-base-example.xml");
    await setNumbers(other, null, "GB1232434");
    const ours = await other.preview([source]);
    expect(ours.files[0]?.problems.map((one) => one.code)).not.toContain("PURCHASE_INVOICE");
    await setNumbers(other, null, "SE4598375937");
    const theirs = await other.preview([source]);
    expect(theirs.files[0]).toMatchObject({ accepted: false });
    expect(theirs.files[0]?.problems).toContainEqual(
      expect.objectContaining({ code: "PURCHASE_INVOICE", severity: "refuse" }),
    );
  });

  it("counts an invoice that comes as e-invoice and in a list once", async () => {
    const other = await openOffice(office.database);
    await other.bring([sample("einvoice/openpeppol-base-example.xml")]);
    const [invoice] = await rowsOf(other, "invoice");
    const [customer] = await rowsOf(other, "customer");
    const list = text(
      "list.csv",
      `Invoice number;Invoice date;Customer;Amount excl. VAT\n${invoice.number};${invoice.issue_date};${customer.name};1325,00\n`,
    );
    const preview = await other.bring([list]);
    expect(preview.results).toMatchObject([{ outcome: "imported" }]);
    expect(await rowsOf(other, "invoice")).toHaveLength(2);
    const months = await rowsOf(other, "customer_month");
    expect(months.map((month) => month.revenue)).toEqual([132500]);
  });
});

const invoicesCsv = text(
  "invoices.csv",
  [
    "Invoice number;Invoice date;Due date;Customer;Amount excl. VAT;Amount incl. VAT",
    "2024-0101;2024-01-05;2024-02-04;Jansen BV;1000,00;1210,00",
    "2024-0102;2024-01-06;2024-02-05;Pieters;500,00;605,00",
  ].join("\n"),
);

describe("lists of invoices", () => {
  it("that are known with VAT only are said to count as no revenue, with the first of them", async () => {
    const other = await openOffice(office.database);
    const preview = await other.preview([
      text(
        "gross.csv",
        [
          "Invoice number;Invoice date;Customer;Amount incl. VAT",
          "2024-0101;2024-01-05;Jansen BV;1210,00",
          "2024-0102;2024-01-06;Pieters;605,00",
        ].join("\n"),
      ),
    ]);
    expect(preview.files[0]?.problems).toEqual([
      expect.objectContaining({
        code: "NET_MISSING",
        severity: "flag",
        count: 2,
        line: 2,
        found: "2024-0101",
      }),
    ]);
    const told = await other.preview([invoicesCsv]);
    expect(told.files[0]?.problems).toEqual([]);
  });
});

describe("payments", () => {
  it("are matched by invoice number and amount, and counted where they are not", async () => {
    const other = await openOffice(office.database);
    await other.bring([invoicesCsv]);
    const before = await dumpRows(other);
    const preview = await other.bring([statement()]);
    expect(preview.files[0]?.problems.filter((one) => one.severity === "refuse")).toEqual([]);
    expect(preview.files[0]?.changes?.records).toMatchObject({ payments: 3, matchedPayments: 1 });
    expect(preview.files[0]?.problems).toContainEqual(
      expect.objectContaining({ code: "PAYMENTS_UNMATCHED", count: 1 }),
    );
    expect(await rowsOf(other, "receivable_event")).toMatchObject([
      { event: "payment", invoice_reference: "2024-0101", amount: -121000, date: "2024-02-01" },
    ]);
    expect(JSON.stringify(await dumpRows(other))).not.toContain("NL91ABNA0417164300");
    await undoImport(other.context, { importId: 2 });
    expect(await dumpRows(other)).toEqual(before);
  });
});

function statement() {
  const entry = (amount: string, side: string, name: string, words: string) =>
    `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd><Sts>BOOK</Sts>` +
    `<BookgDt><Dt>2024-02-01</Dt></BookgDt><ValDt><Dt>2024-02-01</Dt></ValDt>` +
    `<BkTxCd><Prtry><Cd>1</Cd></Prtry></BkTxCd>` +
    `<NtryDtls><TxDtls><RltdPties><${side === "CRDT" ? "Dbtr" : "Cdtr"}><Nm>${name}</Nm></${side === "CRDT" ? "Dbtr" : "Cdtr"}>` +
    `<${side === "CRDT" ? "DbtrAcct" : "CdtrAcct"}><Id><IBAN>NL91ABNA0417164300</IBAN></Id></${side === "CRDT" ? "DbtrAcct" : "CdtrAcct"}></RltdPties>` +
    `<RmtInf><Ustrd>${words}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
  const balance = (code: string, amount: string) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2024-02-01</Dt></Dt></Bal>`;
  return text(
    "statement.xml",
    `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId><CreDtTm>2024-02-02T00:00:00</CreDtTm></GrpHdr><Stmt><Id>1</Id><CreDtTm>2024-02-02T00:00:00</CreDtTm><Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id><Ccy>EUR</Ccy></Acct>${balance("OPBD", "0.00")}${balance("CLBD", "1245.00")}${entry("1210.00", "CRDT", "Jansen BV", "factuur 2024-0101 dank")}${entry("85.00", "CRDT", "Iemand", "cadeau")}${entry("50.00", "DBIT", "Huur", "2024-0102")}</Stmt></BkToCstmrStmt></Document>`,
  );
}
