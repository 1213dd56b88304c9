import type { Day, Month } from "./calendar.ts";
import type { Cents } from "./money.ts";

/** What the generator meant a customer to be. Never written to a file: the books have to show it. */
export type Plan =
  | "core"
  | "whale"
  | "exception"
  | "bargainer"
  | "disappointed"
  | "early-leaver"
  | "grower"
  | "regular"
  | "one-off";

export type Address = {
  readonly street: string;
  readonly number: string;
  readonly postcode: string;
  readonly city: string;
  readonly province: string;
};

export type Contact = {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: string;
  readonly email: string;
  readonly phone: string;
};

export type Customer = {
  /** Relation number in the books. */
  readonly id: string;
  /** Number in the customer system, which has its own. */
  readonly crmId: string;
  /** Name in the books. */
  readonly name: string;
  /** Name in the customer system and in the hours, where it may be written otherwise. */
  readonly crmName: string;
  readonly hoursName: string;
  readonly plan: Plan;
  readonly kvk: string;
  readonly vatId: string;
  /** Whether the customer system knows these numbers and the domain. */
  readonly crmKnows: { readonly kvk: boolean; readonly vatId: boolean; readonly domain: boolean };
  readonly domain: string;
  readonly iban: string;
  readonly address: Address;
  readonly sector: string;
  readonly sbi: string;
  readonly size: string;
  readonly channel: string;
  readonly contacts: readonly Contact[];
  /** First month with work; may lie before the books begin. */
  readonly firstMonth: Month;
  /** Last month with work; later than the end of the books when the customer stayed. */
  readonly lastMonth: Month;
  /** Days between invoice and due date. */
  readonly paymentTerm: number;
  /** Direct hours a month while at work. */
  readonly monthlyHours: number;
  /** Monthly fee for support, or 0. */
  readonly supportFee: Cents;
  /** Goes under after its last project. */
  readonly insolvent: boolean;
  /** Also a supplier under the same relation number. */
  readonly alsoSupplier: boolean;
};

export type Role =
  | "partner"
  | "account-manager"
  | "project-manager"
  | "designer"
  | "engineer"
  | "support-engineer"
  | "office";

export type Person = {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Weekday off (1 Monday ... 5 Friday), or 0 for a full week. */
  readonly dayOff: number;
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  /** Gross monthly wage in the first year. */
  readonly wage: Cents;
};

export type Service = "design" | "engineering" | "project-management";

export type Project = {
  readonly code: string;
  readonly name: string;
  readonly customer: Customer;
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  readonly pricing: "hours" | "fixed";
  /** Direct hours planned, in quarters of an hour, per month of the project. */
  readonly monthlyQuarters: number;
  /** Parts in hundred of the direct hours. */
  readonly mix: Readonly<Record<Service, number>>;
  /** Price agreed for a fixed-price project, without VAT. */
  readonly price: Cents;
  /** Actual hours over planned hours of a fixed-price project. */
  readonly overrun: number;
  readonly outsourced: boolean;
};

export type Activity =
  | "design"
  | "engineering"
  | "project-management"
  | "quotation"
  | "account-management"
  | "negotiation"
  | "support"
  | "rework"
  | "complaint"
  | "acquisition"
  | "internal";

/** One line of the time sheets. */
export type Hours = {
  readonly day: Day;
  readonly person: Person;
  readonly customer: Customer | null;
  readonly project: Project | null;
  readonly activity: Activity;
  readonly quarters: number;
  readonly billable: boolean;
  /** List rate per hour on billable lines, else null. */
  readonly listRate: Cents | null;
  readonly description: string;
};

export type InvoiceLine = {
  readonly account: string;
  readonly item: string;
  readonly description: string;
  readonly project: Project | null;
  /** Hours billed, in quarters; null for a fixed amount. */
  readonly quarters: number | null;
  /** Per hour, or the amount itself for a fixed amount; never negative. */
  readonly unitPrice: Cents;
  /** Signed: negative on credit notes and discounts. */
  readonly net: Cents;
};

export type Invoice = {
  readonly number: string;
  readonly kind: "invoice" | "credit-note";
  readonly customer: Customer;
  readonly day: Day;
  readonly dueDay: Day;
  readonly lines: readonly InvoiceLine[];
  readonly net: Cents;
  readonly vat: Cents;
  readonly gross: Cents;
  /** Number of the invoice that a credit note corrects, and why. */
  readonly corrects: string | null;
  readonly creditReason: "fault" | "administrative" | null;
};

/** One receipt from a customer; credit notes are set off against the invoice they correct. */
export type Receipt = {
  readonly day: Day;
  readonly customer: Customer;
  readonly parts: readonly { readonly invoice: string; readonly amount: Cents }[];
  readonly amount: Cents;
};

export type WriteOff = {
  readonly day: Day;
  readonly customer: Customer;
  readonly invoice: string;
  readonly net: Cents;
  readonly vat: Cents;
};

export type Supplier = {
  readonly id: string;
  readonly name: string;
  readonly kvk: string;
  readonly vatId: string;
  readonly domain: string;
  readonly iban: string;
  readonly address: Address;
};

export type PurchaseLine = {
  readonly account: string;
  readonly description: string;
  readonly project: Project | null;
  readonly net: Cents;
};

export type Purchase = {
  readonly number: string;
  readonly supplierId: string;
  readonly supplierReference: string;
  readonly day: Day;
  readonly dueDay: Day;
  readonly paidDay: Day;
  readonly lines: readonly PurchaseLine[];
  readonly net: Cents;
  readonly vat: Cents;
};

export type Payroll = {
  readonly month: Month;
  readonly wages: Cents;
  readonly holidayAllowance: Cents;
  readonly socialCharges: Cents;
  readonly pension: Cents;
  readonly wageTax: Cents;
  /** Holiday allowance paid out in May. */
  readonly allowancePaid: Cents;
};

export type JournalCode = "VRK" | "INK" | "BNK" | "LON" | "MEM";

export type LedgerLine = {
  readonly account: string;
  /** Debit positive, credit negative. */
  readonly amount: Cents;
  readonly description: string;
  readonly relation?: string;
  readonly invoice?: string;
  readonly project?: string;
  readonly item?: string;
  readonly quarters?: number;
  /** Basis line of VAT: code and amount, signed as the line. */
  readonly vat?: { readonly code: string; readonly amount: Cents };
  /** What the line does to an open item of the subledger. */
  readonly open?: {
    readonly side: "sale" | "purchase";
    readonly mutation: "invoice" | "payment" | "other";
    readonly invoiceDay: Day;
    readonly dueDay: Day;
  };
};

export type Transaction = {
  readonly journal: JournalCode;
  readonly number: string;
  readonly day: Day;
  readonly description: string;
  readonly lines: readonly LedgerLine[];
};

export type SurveyAnswer = {
  readonly day: Day;
  readonly customer: Customer;
  readonly contact: Contact;
  readonly recommend: number;
  readonly satisfaction: number;
  readonly effort: number;
  readonly comment: string;
};

export type EnergyVote = {
  readonly day: Day;
  readonly person: Person;
  readonly customer: Customer;
  readonly energy: number;
};

/** The example firm itself. Everything that the files say follows from it. */
export type Firm = {
  readonly name: string;
  readonly kvk: string;
  readonly vatId: string;
  readonly iban: string;
  readonly domain: string;
  readonly address: Address;
  /** First and last month of the books. Work starts a quarter earlier, to have an opening balance. */
  readonly firstMonth: Month;
  readonly endMonth: Month;
  /** Month in which the vicious circle begins. */
  readonly circleMonth: Month;
  readonly customers: readonly Customer[];
  readonly people: readonly Person[];
  readonly suppliers: readonly Supplier[];
  readonly projects: readonly Project[];
  readonly hours: readonly Hours[];
  readonly invoices: readonly Invoice[];
  readonly receipts: readonly Receipt[];
  readonly writeOffs: readonly WriteOff[];
  readonly purchases: readonly Purchase[];
  readonly payroll: readonly Payroll[];
  /** Balance sheet at the first day, debit positive. */
  readonly opening: ReadonlyMap<string, Cents>;
  /** All bookings, warm-up included, in order of day and journal. */
  readonly transactions: readonly Transaction[];
  readonly answers: readonly SurveyAnswer[];
  readonly votes: readonly EnergyVote[];
};
