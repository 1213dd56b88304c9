import { z } from "zod";
import { Amount, Currency } from "../money.ts";
import { operation } from "../operation.ts";

export const Language = z.enum(["nl", "en"]);

/** Choices that change figures; absent means the default, which the page names. */
export const OrganizationSettings = z.object({
  /** Cost of an hour in the organisation's currency, in place of personnel cost / hours worked. */
  hourCost: Amount.nullable().default(null),
  /** Months without revenue after which a customer counts as lost. */
  lostAfterMonths: z.number().int().min(1).max(60).default(12),
  /** Yearly rate at which late payment costs money, such as 0.08. */
  latePaymentRate: z.number().min(0).max(1).default(0.08),
  /** Days of payment that are normal and cost nothing. */
  paymentTermDays: z.number().int().min(0).max(365).default(30),
  /** Whether free text of ledger and hour lines may be kept. */
  keepDescriptions: z.boolean().default(false),
});
export type OrganizationSettings = z.infer<typeof OrganizationSettings>;

export const MemberRole = z.enum(["member", "manager", "owner"]);
export type MemberRole = z.infer<typeof MemberRole>;

const Organization = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["real", "example"]),
  role: MemberRole,
  currency: Currency,
});

export const Session = z.object({
  version: z.string(),
  /** True until the first account is made. */
  firstVisit: z.boolean(),
  /** True where the first account needs the code that was printed at start. */
  setupCodeNeeded: z.boolean(),
  /** True where the set-up with an account is possible although someone looks around in the example. */
  exampleLoaded: z.boolean(),
  account: z
    .object({ id: z.string(), name: z.string(), email: z.string(), language: Language })
    .nullable(),
  organization: Organization.nullable(),
  organizations: z.array(Organization),
});
export type Session = z.infer<typeof Session>;

export const Password = z.string().min(10).max(200);

export const peopleOperations = {
  getSession: operation({
    id: "getSession",
    method: "get",
    path: "/api/v1/session",
    summary: "Who is asking, and in which organisation",
    role: "public",
    input: z.object({}),
    output: Session,
  }),
  createOwner: operation({
    id: "createOwner",
    method: "post",
    path: "/api/v1/owner",
    summary: "The first visitor makes the owner's account and the organisation",
    role: "public",
    input: z.object({
      organizationName: z.string().trim().min(1).max(200),
      name: z.string().trim().min(1).max(200),
      email: z.email().max(320),
      password: Password,
      language: Language,
      setupCode: z.string().max(40).optional(),
    }),
    output: Session,
  }),
  signIn: operation({
    id: "signIn",
    method: "post",
    path: "/api/v1/session",
    summary: "Sign in with e-mail and password",
    role: "public",
    input: z.object({ email: z.string().max(320), password: z.string().max(200) }),
    output: Session,
  }),
  signOut: operation({
    id: "signOut",
    method: "delete",
    path: "/api/v1/session",
    summary: "Sign out",
    role: "public",
    input: z.object({}),
    output: z.object({}),
  }),
  changePassword: operation({
    id: "changePassword",
    method: "post",
    path: "/api/v1/account/password",
    summary: "Change the password; every session ends",
    role: "member",
    input: z.object({ current: z.string().max(200), next: Password }),
    output: z.object({}),
  }),
  setLanguage: operation({
    id: "setLanguage",
    method: "put",
    path: "/api/v1/account/language",
    summary: "The language of one's pages",
    role: "member",
    input: z.object({ language: Language }),
    output: z.object({}),
  }),
  enterOrganization: operation({
    id: "enterOrganization",
    method: "post",
    path: "/api/v1/session/organization",
    summary: "Go on in another organisation that one belongs to",
    role: "member",
    input: z.object({ id: z.uuid() }),
    output: Session,
  }),
  createOrganization: operation({
    id: "createOrganization",
    method: "post",
    path: "/api/v1/organizations",
    summary: "Start another organisation and go on in it",
    role: "owner",
    input: z.object({ name: z.string().trim().min(1).max(200) }),
    output: Session,
  }),
  loadExample: operation({
    id: "loadExample",
    method: "post",
    path: "/api/v1/example",
    summary: "Look around with the example firm; needs no account on the machine itself",
    role: "public",
    input: z.object({}),
    output: z.object({ session: Session, jobId: z.string() }),
  }),
  removeExample: operation({
    id: "removeExample",
    method: "delete",
    path: "/api/v1/example",
    summary: "Remove the example firm and all of its rows",
    role: "member",
    input: z.object({}),
    output: Session,
  }),
  getOrganization: operation({
    id: "getOrganization",
    method: "get",
    path: "/api/v1/organization",
    summary: "The organisation and its choices",
    role: "member",
    input: z.object({}),
    output: z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(["real", "example"]),
      currency: Currency,
      timeZone: z.string(),
      kvk: z.string().nullable(),
      vatId: z.string().nullable(),
      settings: OrganizationSettings,
    }),
  }),
  editOrganization: operation({
    id: "editOrganization",
    method: "patch",
    path: "/api/v1/organization",
    summary: "Change the organisation or its choices",
    role: "owner",
    input: z.object({
      name: z.string().trim().min(1).max(200).optional(),
      currency: Currency.optional(),
      timeZone: z.string().max(60).optional(),
      kvk: z.string().max(20).nullable().optional(),
      vatId: z.string().max(20).nullable().optional(),
      settings: OrganizationSettings.partial().optional(),
    }),
    output: z.object({ undoStepId: z.string() }),
  }),
  undo: operation({
    id: "undo",
    method: "post",
    path: "/api/v1/undo/{id}",
    summary: "Take back what one just did",
    role: "member",
    input: z.object({ id: z.uuid() }),
    output: z.object({}),
  }),
  listAuditEntries: operation({
    id: "listAuditEntries",
    method: "get",
    path: "/api/v1/audit",
    summary: "What was done, by whom, newest first",
    role: "owner",
    input: z.object({
      before: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      entries: z.array(
        z.object({
          sequence: z.string(),
          at: z.string(),
          account: z.string().nullable(),
          action: z.string(),
          subject: z.string(),
          data: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  }),
} as const;
