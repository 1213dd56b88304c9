/**
 * The elements of an audit file in all its versions, as one tree: which are read, which are known but
 * left alone, and which matter so much that a misspelt one must stop the import.
 *
 * A field is written as its name in XAF 3; `old=new` gives a name of another version; `!` marks what an
 * amount, a reference or a total hangs on.
 */
export type XafPlan = {
  readonly name: string;
  /** Every occurrence counts; else a second one is an error. */
  readonly many: boolean;
  readonly essential: boolean;
  readonly kind: "section" | "field" | "ignored";
  /** Where in the values of its section a field's text goes. */
  readonly slot: number;
  readonly children: Map<string, XafPlan>;
};

/** A section of the plan with the texts of the occurrence being read. */
export type XafSection<Field extends string> = XafPlan & {
  readonly kind: "section";
  readonly slots: Readonly<Record<Field, number>>;
  /** By slot; undefined where the field was not there. */
  readonly values: (string | undefined)[];
  readonly lines: number[];
  readonly columns: number[];
  /** Of the opening tag. */
  line: number;
  column: number;
  /** Called after the opening tag, and at the closing tag with all fields there. */
  begin: () => void;
  end: () => void;
};

type Options = {
  readonly many?: boolean;
  readonly essential?: boolean;
  /** Other names of the same field. */
  readonly aliases?: readonly string[];
  readonly ignored?: readonly string[];
  readonly sections?: readonly XafPlan[];
};

const noChildren: Map<string, XafPlan> = new Map();

function section<Field extends string>(
  name: string,
  fields: readonly (Field | `${Field}!`)[],
  options: Options = {},
): XafSection<Field> {
  const children = new Map<string, XafPlan>();
  const slots: Record<string, number> = {};
  fields.forEach((written, slot) => {
    const essential = written.endsWith("!");
    const field = essential ? written.slice(0, -1) : written;
    slots[field] = slot;
    children.set(field, {
      name: field,
      many: false,
      essential,
      kind: "field",
      slot,
      children: noChildren,
    });
  });
  for (const alias of options.aliases ?? []) {
    const [other = "", field = ""] = alias.split("=");
    const plan = children.get(field);
    if (plan === undefined) throw new RangeError(alias);
    children.set(other, { ...plan, name: other });
  }
  for (const ignored of options.ignored ?? []) children.set(ignored, ignoredPlan(ignored));
  for (const inner of options.sections ?? []) children.set(inner.name, inner);
  return {
    name,
    many: options.many ?? false,
    essential: options.essential ?? true,
    kind: "section",
    slot: -1,
    children,
    slots: slots as Record<Field, number>,
    values: fields.map(() => undefined),
    lines: fields.map(() => 0),
    columns: fields.map(() => 0),
    line: 0,
    column: 0,
    begin: nothing,
    end: nothing,
  };
}

function nothing(): void {}

function ignoredPlan(name: string): XafPlan {
  return { name, many: true, essential: false, kind: "ignored", slot: -1, children: noChildren };
}

const totals = ["linesCount!", "totalDebit!", "totalCredit!"] as const;
const lineDetails = ["costID", "prodID", "projID", "artGrpID", "qntityID", "qntity"] as const;

/** A fresh plan: it holds the texts of one file while that is read. */
export function createXafPlan() {
  const header = section(
    "header",
    [
      ...([
        "fiscalYear!",
        "startDate!",
        "endDate!",
        "curCode!",
        "dateCreated",
        "softwareDesc",
      ] as const),
      ...([
        "softwareVersion",
        "auditfileVersion",
        "companyIdent",
        "companyName!",
        "taxRegIdent",
      ] as const),
    ],
    {
      aliases: [
        ...["currencyCode=curCode", "productID=softwareDesc", "productVersion=softwareVersion"],
        ...["companyID=companyIdent", "taxRegistrationNr=taxRegIdent"],
      ],
      ignored: [
        "RGSVersion",
        "companyAddress",
        "companyCity",
        "companyPostalCode",
        "companyCountry",
      ],
    },
  );
  const streetAddress = address("streetAddress");
  const postalAddress = address("postalAddress");
  const customerSupplier = section(
    "customerSupplier",
    [
      ...(["custSupID!", "custSupName", "contact", "telephone", "eMail", "website"] as const),
      ...(["commerceNr", "taxRegIdent", "custSupTp"] as const),
      ...(["address", "city", "postalCode", "country"] as const),
    ],
    {
      many: true,
      aliases: [
        ...["companyName=custSupName", "type=custSupTp", "taxRegistrationNr=taxRegIdent"],
        ...["email=eMail", "Commercenr=commerceNr", "webSite=website"],
      ],
      ignored: [
        ...[
          "fax",
          "relationshipID",
          "custSupGrpID",
          "custCreditLimit",
          "supplierLimit",
          "bankAccount",
        ],
        ...[
          "changeInfo",
          "customerSupplierHistory",
          "opBalDesc",
          "opBalTp",
          "clBalDesc",
          "clBalTp",
        ],
        ...["taxVerificationDate", "taxRegistrationCountry", "region", "property"],
      ],
      sections: [streetAddress, postalAddress],
    },
  );
  const customersSuppliers = section("customersSuppliers", [], {
    many: true,
    sections: [customerSupplier],
  });
  const ledgerAccount = section(
    "ledgerAccount",
    ["accID!", "accDesc", "accTp!", "leadCode", "leadDescription", "RGScode", "leadReference"],
    {
      many: true,
      aliases: [
        ...["accountID=accID", "accountDesc=accDesc", "accountType=accTp"],
        ...["RGSCode=RGScode", "rgsCode=RGScode"],
      ],
      ignored: [
        ...["leadCrossRef", "taxonomy", "changeInfo", "glAccountHistory"],
        ...["accountKind", "vatCode"],
      ],
    },
  );
  const generalLedger = section("generalLedger", [], {
    many: true,
    ignored: ["taxonomies", "basics"],
    sections: [ledgerAccount],
  });
  const obLine = section("obLine", ["nr", "accID!", "amnt!", "amntTp!"], { many: true });
  const obSbLine = section("obSbLine", ["nr", "amnt!", "amntTp!"], {
    many: true,
    ignored: [
      ...[
        "obLineNr",
        "desc",
        "docRef",
        "recRef",
        "matchKeyID",
        "custSupID",
        "invRef",
        "invPurSalTp",
      ],
      ...["invTp", "invDt", "invDueDt", "mutTp", "vat", "currency", ...lineDetails],
    ],
  });
  const obSubledger = section("obSubledger", [...totals, "sbType"], {
    many: true,
    ignored: ["sbDesc"],
    sections: [obSbLine],
  });
  const obSubledgers = section("obSubledgers", [], { sections: [obSubledger] });
  const openingBalance = section("openingBalance", [...totals], {
    ignored: ["opBalDate", "opBalDesc"],
    sections: [obLine, obSubledgers],
  });
  const trLine = section(
    "trLine",
    [
      ...([
        "nr!",
        "accID!",
        "docRef",
        "effDate",
        "desc",
        "amnt!",
        "amntTp!",
        "matchKeyID",
      ] as const),
      ...(["custSupID!", "invRef", ...lineDetails, "debitAmount!", "creditAmount!"] as const),
    ],
    {
      many: true,
      aliases: [
        ...["recordID=nr", "accountID=accID", "documentID=docRef", "effectiveDate=effDate"],
        ...["description=desc", "cost=costID", "product=prodID", "project=projID"],
        ...["costDesc=costID", "productDesc=prodID", "projectDesc=projID"],
      ],
      ignored: [
        ...["recRef", "orderRef", "receivingDocRef", "shipDocRef", "workCostArrRef", "bankAccNr"],
        ...["bankIdCd", "offsetBankAccNr", "settDate", "vat", "currency"],
      ],
    },
  );
  const transaction = section("transaction", ["nr!", "desc", "periodNumber", "trDt!"], {
    many: true,
    aliases: [
      ...["transactionID=nr", "description=desc", "period=periodNumber", "transactionDate=trDt"],
    ],
    ignored: ["amnt", "amntTp", "sourceID", "userID", "Source", "User", "source", "user"],
    sections: [trLine],
  });
  // XAF 2 calls the same thing a line.
  transaction.children.set("line", trLine);
  const journal = section("journal", ["jrnID!", "desc", "jrnTp!", "offsetAccID"], {
    many: true,
    aliases: ["journalID=jrnID", "description=desc", "type=jrnTp"],
    ignored: ["bankAccNr"],
    sections: [transaction],
  });
  const sbLine = section(
    "sbLine",
    [
      ...(["nr", "jrnID", "trNr", "trLineNr", "amnt!", "amntTp!", "custSupID!", "invRef"] as const),
      ...(["invPurSalTp", "invTp", "invDt", "invDueDt", "mutTp"] as const),
    ],
    {
      many: true,
      ignored: ["desc", "docRef", "recRef", "matchKeyID", "vat", "currency", ...lineDetails],
    },
  );
  const subledger = section("subledger", [...totals, "sbType"], {
    many: true,
    ignored: ["sbDesc"],
    sections: [sbLine],
  });
  const subledgers = section("subledgers", [], { sections: [subledger] });
  const transactions = section("transactions", [...totals], {
    aliases: ["numberEntries=linesCount"],
    sections: [journal, subledgers],
  });
  const company = section(
    "company",
    ["companyIdent", "commerceNr", "companyName!", "taxRegIdent"],
    {
      aliases: ["Commercenr=commerceNr", "commercenr=commerceNr"],
      ignored: ["taxRegistrationCountry", "streetAddress", "postalAddress", "vatCodes", "periods"],
      sections: [customersSuppliers, generalLedger, openingBalance, transactions],
    },
  );
  const auditfile = section("auditfile", [], {
    ignored: ["vatCodes", "periods"],
    // In XAF 2 there is no company around them.
    sections: [header, company, customersSuppliers, generalLedger, openingBalance, transactions],
  });
  return {
    auditfile,
    header,
    company,
    customersSuppliers,
    customerSupplier,
    streetAddress,
    postalAddress,
    ledgerAccount,
    openingBalance,
    obLine,
    obSubledger,
    obSbLine,
    transactions,
    journal,
    transaction,
    trLine,
    subledger,
    sbLine,
  };
}

export type XafPlans = ReturnType<typeof createXafPlan>;

function address(name: "streetAddress" | "postalAddress") {
  return section(
    name,
    ["streetname", "number", "numberExtension", "city", "postalCode", "country"],
    {
      many: true,
      essential: false,
      aliases: ["address=streetname"],
      ignored: ["property", "region"],
    },
  );
}

/** Names that carry amounts or whole bookings wherever they stand. */
export const essentialAnywhere: ReadonlySet<string> = new Set([
  ...["header", "company", "generalLedger", "ledgerAccount", "openingBalance", "obLine"],
  ...["transactions", "journal", "transaction", "trLine", "subledger", "sbLine"],
  ...["linesCount", "totalDebit", "totalCredit", "accID", "amntTp", "amnt", "trDt", "jrnID"],
]);
