import { z } from "zod";
import { Day } from "../money.ts";

export const ExceptionState = z.enum([
  "draft",
  "submitted",
  "approved",
  "refused",
  "active",
  "ended",
]);
export type ExceptionState = z.infer<typeof ExceptionState>;

/** Why a customer outside the target group is served: one of three. */
export const ExceptionReason = z.enum(["experience", "cash-now", "cover-fixed-costs"]);
export type ExceptionReason = z.infer<typeof ExceptionReason>;

/** How an exception ends; `renewed` follows from a renewal that takes its place. */
export const ExceptionOutcome = z.enum(["learned", "converted", "broken-off", "renewed"]);
export type ExceptionOutcome = z.infer<typeof ExceptionOutcome>;

export const ExceptionCommand = z.enum([
  "create",
  "edit",
  "submit",
  "approve",
  "refuse",
  "activate",
  "end",
  "supersede",
]);
export type ExceptionCommand = z.infer<typeof ExceptionCommand>;

/** What is agreed about an exception. A draft may lack any of it. */
export const ExceptionContent = z.object({
  reason: ExceptionReason.nullable(),
  /** The future target group that experience is gained with. */
  targetGroup: z.string().trim().min(1).max(200).nullable(),
  /** What is delivered, and what is explicitly not. */
  delivered: z.string().trim().min(1).max(4_000).nullable(),
  excluded: z.string().trim().min(1).max(4_000).nullable(),
  /** Contribution as a part of revenue that it brings at least, such as 0.45. */
  minimumMargin: z.number().min(0).max(1).nullable(),
  /** In the organisation's currency. */
  cash: z.object({ amount: z.string().regex(/^\d{1,15}(\.\d{1,2})?$/), by: Day }).nullable(),
  learningQuestions: z.array(z.string().trim().min(1).max(500)).max(20),
  maximumHours: z.number().positive().max(100_000).nullable(),
  /** Codes of activities that count as extras, which are not delivered. */
  extraActivities: z.array(z.string().trim().min(1).max(200)).max(50),
  endsOn: Day.nullable(),
});
export type ExceptionContent = z.infer<typeof ExceptionContent>;

export const ExceptionContentField = z.enum([
  "reason",
  "targetGroup",
  "delivered",
  "excluded",
  "minimumMargin",
  "cash",
  "learningQuestions",
  "maximumHours",
  "extraActivities",
  "endsOn",
]);
export type ExceptionContentField = z.infer<typeof ExceptionContentField>;

const summary = {
  id: z.string(),
  customerId: z.string(),
  /** As the customer was called when the dossier was drafted. */
  customerName: z.string(),
  state: ExceptionState,
  reason: ExceptionReason.nullable(),
  endsOn: Day.nullable(),
  /** An alarm and no state: it is still served, and its end date has passed. */
  expired: z.boolean(),
  outcome: ExceptionOutcome.nullable(),
  /** The dossier that this one renews. */
  renews: z.string().nullable(),
  changedAt: z.string(),
  /** Whether who asks has read it as it is now. */
  read: z.boolean(),
};

export const ExceptionSummary = z.object(summary);

export const ExceptionDossier = z.object({
  ...summary,
  content: ExceptionContent,
  /** What keeps it from being submitted. */
  missing: z.array(ExceptionContentField),
  /** What who asks may do with it now. */
  possible: z.array(ExceptionCommand),
  history: z.array(
    z.object({
      sequence: z.number(),
      at: z.string(),
      by: z.string().nullable(),
      via: z.enum(["person", "import", "api"]),
      command: ExceptionCommand,
      /** Which parts of the content an edit changed. */
      fields: z.array(ExceptionContentField),
      note: z.string().nullable(),
      outcome: ExceptionOutcome.nullable(),
      lessons: z.string().nullable(),
    }),
  ),
  /** Who has read it, and whether as it is now. */
  readers: z.array(z.object({ name: z.string(), at: z.string(), current: z.boolean() })),
});
