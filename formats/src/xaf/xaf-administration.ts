import type { XafContext } from "./xaf-context.ts";

/** Reads whose books these are, and of which year, from `header` and `company`. */
export function readAdministration(context: XafContext): void {
  const { administration, fields, plans, problems } = context;
  const { header, company, auditfile } = plans;
  let named = false;

  header.end = () => {
    const year = fields.text(header, "fiscalYear");
    if (year === undefined) fields.complain("REQUIRED", header, "fiscalYear");
    else administration.fiscalYear ??= year;
    const start = fields.requiredDate(header, "startDate");
    const end = fields.requiredDate(header, "endDate");
    if (start !== undefined) administration.startDate ??= start;
    if (end !== undefined) administration.endDate ??= end;
    const created = fields.date(header, "dateCreated", "flag");
    if (created !== undefined) administration.dateCreated ??= created;
    const software = fields.text(header, "softwareDesc");
    const version = fields.text(header, "softwareVersion");
    if (software !== undefined) {
      administration.software ??= version === undefined ? software : `${software} ${version}`;
    }
    readCurrency();
    if (fields.text(header, "auditfileVersion")?.startsWith("CLAIR2") === true) {
      context.format = "xaf-2";
    }
    readOwner(header);
  };

  company.end = () => {
    const number = fields.text(company, "commerceNr") ?? fields.text(company, "companyIdent");
    if (number !== undefined && /^\d{8}$/.test(number)) administration.kvk ??= number;
    readOwner(company);
    if (!named) fields.complain("REQUIRED", company, "companyName");
  };

  auditfile.end = () => {
    if (header.line === 0) requireSection("auditfile/header");
    else if (company.line === 0 && !named) requireSection("auditfile/company");
  };

  function requireSection(field: string): void {
    const place = { line: auditfile.line, column: auditfile.column };
    problems.add({ code: "REQUIRED", severity: "refuse", place, field });
  }

  function readOwner(section: typeof header | typeof company): void {
    const name = fields.text(section, "companyName");
    const identifier = fields.raw(section, "companyIdent");
    const vatId = fields.text(section, "taxRegIdent");
    if (name !== undefined) {
      named = true;
      administration.name ??= name;
    }
    if (identifier !== undefined) administration.externalId ??= identifier;
    if (vatId !== undefined) administration.vatId ??= vatId;
  }

  /** One package of the 3.1 days leaves the currency out; elsewhere its absence is a damaged header. */
  function readCurrency(): void {
    const currency = fields.text(header, "curCode");
    if (currency === undefined) {
      const lenient = context.format === "xaf-3.1" || context.format === undefined;
      fields.complain("REQUIRED", header, "curCode", lenient ? "flag" : "refuse");
    } else if (/^[A-Z]{3}$/.test(currency)) {
      administration.currency ??= currency;
    } else {
      fields.complain("CURRENCY_FORMAT", header, "curCode", "refuse", "EUR");
    }
  }
}
