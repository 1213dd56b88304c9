import type { Address } from "./firm.ts";
import type { Random } from "./random.ts";

/** Towns with the first figures of their postcodes; the letters and streets are invented. */
const towns: readonly (readonly [string, number, string])[] = [
  ["Apeldoorn", 7323, "Gelderland"],
  ["Deventer", 7418, "Overijssel"],
  ["Zwolle", 8013, "Overijssel"],
  ["Enschede", 7534, "Overijssel"],
  ["Arnhem", 6827, "Gelderland"],
  ["Ede", 6718, "Gelderland"],
  ["Doetinchem", 7007, "Gelderland"],
  ["Utrecht", 3542, "Utrecht"],
  ["Amersfoort", 3821, "Utrecht"],
  ["Eindhoven", 5651, "Noord-Brabant"],
  ["Tilburg", 5026, "Noord-Brabant"],
  ["Helmond", 5705, "Noord-Brabant"],
  ["Rotterdam", 3047, "Zuid-Holland"],
  ["Delft", 2629, "Zuid-Holland"],
  ["Zoetermeer", 2718, "Zuid-Holland"],
  ["Almere", 1322, "Flevoland"],
  ["Groningen", 9723, "Groningen"],
  ["Assen", 9403, "Drenthe"],
  ["Leeuwarden", 8938, "Friesland"],
  ["Venlo", 5928, "Limburg"],
  ["Alkmaar", 1822, "Noord-Holland"],
  ["Middelburg", 4338, "Zeeland"],
];

const streets = [
  "Ambachtsweg",
  "De Hooge Akker",
  "Fabrieksstraat",
  "Handelskade",
  "Industrielaan",
  "Kanaaldijk",
  "Lindenlaan",
  "Marktplein",
  "Molenpad",
  "Nijverheidsweg",
  "Parallelweg",
  "Spoorstraat",
  "Stationsweg",
  "Steenovenweg",
  "Veldzicht",
  "Weverstraat",
];

const letters = "ABCDEGHJKLMNPRTVWXZ";

export function addressFrom(random: Random): Address {
  const [city, digits, province] = random.pick(towns);
  const pair = `${random.pick([...letters])}${random.pick([...letters])}`;
  return {
    street: random.pick(streets),
    number: String(random.integer(1, 240)),
    postcode: `${digits} ${pair}`,
    city,
    province,
  };
}
