import { createHash } from "node:crypto";
import type { ActivityKind } from "@koers/contract";
import type { HourRecord } from "@koers/formats";
import { plainText } from "./plain-text.ts";
import { recogniseActivity } from "./recognise-activity.ts";

export type Activity = {
  readonly key: string;
  readonly name: string;
  readonly kind: ActivityKind;
  readonly kindFrom: "name" | "default";
};

// Stands for "none was given", of an activity and of a person.
const none = "-";

/**
 * The activity of an entry. Time tracking without tasks often says it by the project ("Acquisitie"):
 * then the project stands for it. What no word explains is delivery.
 */
export function activityOf(record: HourRecord): Activity {
  const byProject =
    record.activity === undefined &&
    record.project !== undefined &&
    recogniseActivity(record.project) !== null;
  const name = record.activity ?? (byProject ? record.project : undefined) ?? none;
  const kind = recogniseActivity(name);
  return {
    key: activityKey(name),
    name: name.slice(0, 200),
    kind: kind ?? "delivery",
    kindFrom: kind === null ? "default" : "name",
  };
}

export function activityKey(name: string): string {
  const key = plainText(name).slice(0, 200);
  return key === "" ? none : key;
}

/** Who worked, and the key by which the person is known again. */
export function personOf(record: HourRecord): { readonly name: string; readonly key: string } {
  const name = (record.person ?? record.personEmail ?? none).slice(0, 200);
  const key = plainText(name);
  return { name, key: key === "" ? none : key };
}

/**
 * SHA-256 of all that an entry says, so that overlapping exports are known to hold the same entry. The
 * description counts in it and is not kept.
 */
export function entryHash(record: HourRecord): Uint8Array {
  const said = [
    record.date,
    record.seconds,
    record.person ?? record.personEmail,
    record.customerExternalId ?? record.customer,
    record.projectCode ?? record.project,
    record.activity,
    record.description,
    record.billable,
  ];
  return createHash("sha256").update(JSON.stringify(said)).digest();
}
