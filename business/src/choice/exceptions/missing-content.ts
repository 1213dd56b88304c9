import type { ExceptionContent, ExceptionContentField } from "@koers/contract";

type Circumstances = {
  /** The calendar day where the firm is. */
  readonly today: string;
  /** Contribution as a part of revenue on core customers; null while it is not known. */
  readonly coreMargin: number | null;
};

type Reason = NonNullable<ExceptionContent["reason"]>;

/** What each reason has to come with, beside what every dossier has. */
const required: Readonly<Record<Reason, readonly ExceptionContentField[]>> = {
  // Experience with whom, and to learn what.
  experience: ["targetGroup", "learningQuestions"],
  // How much, and by when.
  "cash-now": ["cash"],
  // What it brings and the hours it takes: to be held against what core customers bring in those.
  "cover-fixed-costs": ["minimumMargin", "maximumHours"],
};

/** What keeps a dossier from being submitted: what is lacking, and what is there but not right. */
export function missingContent(
  content: ExceptionContent,
  { today, coreMargin }: Circumstances,
): readonly ExceptionContentField[] {
  const { reason, cash, minimumMargin, endsOn } = content;
  const missing = new Set<ExceptionContentField>();
  const always = ["reason", "delivered", "excluded", "endsOn"] as const;
  for (const field of [...always, ...(reason === null ? [] : required[reason])]) {
    if (isEmpty(content[field])) missing.add(field);
  }
  if (endsOn !== null && endsOn <= today) missing.add("endsOn");
  if (cash !== null) {
    const late = endsOn !== null && cash.by > endsOn;
    if (late || cash.by <= today || /^0+(\.0+)?$/.test(cash.amount)) missing.add("cash");
  }
  // An exception that brings less than the core is no benefit.
  if (minimumMargin !== null && coreMargin !== null && minimumMargin <= coreMargin) {
    missing.add("minimumMargin");
  }
  return [...missing];
}

function isEmpty(value: ExceptionContent[ExceptionContentField]): boolean {
  if (typeof value === "string") return value.trim() === "";
  return value === null || (Array.isArray(value) && value.length === 0);
}
