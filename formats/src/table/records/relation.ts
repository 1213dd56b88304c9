import type { RelationRecord, RelationRole } from "#record.ts";
import { present } from "./present.ts";
import type { RowContext } from "./row-context.ts";

const roles: readonly (readonly [RegExp, RelationRole])[] = [
  [/klant.*leverancier|leverancier.*klant|customer.*(?:supplier|vendor)|beide|both/i, "both"],
  [/klant|debiteur|customer|client|afnemer/i, "customer"],
  [/leverancier|crediteur|supplier|vendor/i, "supplier"],
];

/** A row of a customer list; in a list without a role column everyone is a customer. */
export function makeRelation(row: RowContext): RelationRecord | undefined {
  const externalId = row.text("externalId");
  const name = row.text("name");
  const said = row.text("role");
  const traits = row.traits();
  if (externalId === undefined && name === undefined) return row.required("name", "externalId");
  const role = said === undefined ? undefined : roles.find(([pattern]) => pattern.test(said))?.[1];
  return {
    kind: "relation",
    line: row.line,
    ...present({
      externalId,
      name,
      role: row.has("role") ? role : "customer",
      kvk: row.text("kvk"),
      vatId: row.text("vatId"),
      email: row.text("email"),
      phone: row.text("phone"),
      website: plainWebsite(row.text("website")),
      street: row.text("street"),
      postcode: row.text("postcode"),
      city: row.text("city"),
      country: countryCode(row.text("country")),
      traits,
    }),
  };
}

/** Salesforce reports write a website as an HTML link. */
function plainWebsite(text: string | undefined): string | undefined {
  return /^<a\s[^>]*href="([^"]*)"/i.exec(text ?? "")?.[1] ?? text;
}

const countries: ReadonlyMap<string, string> = new Map([
  ["nederland", "NL"],
  ["netherlands", "NL"],
  ["the netherlands", "NL"],
  ["holland", "NL"],
  ["belgie", "BE"],
  ["belgië", "BE"],
  ["belgium", "BE"],
  ["duitsland", "DE"],
  ["germany", "DE"],
  ["deutschland", "DE"],
  ["frankrijk", "FR"],
  ["france", "FR"],
  ["luxemburg", "LU"],
  ["luxembourg", "LU"],
  ["verenigd koninkrijk", "GB"],
  ["united kingdom", "GB"],
  ["uk", "GB"],
  ["verenigde staten", "US"],
  ["united states", "US"],
  ["usa", "US"],
]);

/** ISO 3166-1 alpha-2 where the text is one, or the name of a country that Dutch firms trade with. */
function countryCode(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/^[A-Za-z]{2}$/.test(text)) {
    const upper = text.toUpperCase();
    return upper === "UK" ? "GB" : upper;
  }
  return countries.get(text.toLowerCase());
}
