import type {
  ExceptionContent,
  ExceptionOutcome,
  ExceptionState,
  MemberRole,
} from "@koers/contract";

/** Who does something with a dossier. Only a person decides; a file or a program hands in drafts. */
export type Actor =
  | { readonly via: "person"; readonly accountId: string; readonly role: MemberRole }
  | { readonly via: "import" | "api"; readonly accountId: string | null };

/** What is done with a dossier, and what is said with it. */
export type Act =
  | {
      readonly command: "create";
      readonly customerId: string;
      readonly customerName: string;
      readonly content: ExceptionContent;
      /** The dossier that this one renews. */
      readonly renews: string | null;
    }
  | { readonly command: "edit"; readonly change: Partial<ExceptionContent> }
  | { readonly command: "submit" }
  | { readonly command: "approve"; readonly note: string | null }
  | { readonly command: "refuse"; readonly note: string }
  | { readonly command: "activate" }
  | {
      readonly command: "end";
      readonly outcome: Exclude<ExceptionOutcome, "renewed">;
      readonly lessons: string;
    }
  /** A renewal takes its place. */
  | { readonly command: "supersede"; readonly by: string };

/** One line of a dossier's history; the dossier is nothing but what its history makes of it. */
export type DossierEvent = {
  readonly sequence: number;
  readonly at: Date;
  readonly via: Actor["via"];
  readonly accountId: string | null;
  readonly act: Act;
};

export type Dossier = {
  readonly customerId: string;
  readonly customerName: string;
  readonly renews: string | null;
  readonly state: ExceptionState;
  readonly content: ExceptionContent;
  /** Everyone who wrote or submitted it: together they are the requester. */
  readonly requesters: readonly string[];
  readonly submittedAt: Date | null;
  readonly outcome: ExceptionOutcome | null;
  /** The sequence number of the last event. */
  readonly version: number;
};

export const emptyContent: ExceptionContent = {
  reason: null,
  targetGroup: null,
  delivered: null,
  excluded: null,
  minimumMargin: null,
  cash: null,
  learningQuestions: [],
  maximumHours: null,
  extraActivities: [],
  endsOn: null,
};
