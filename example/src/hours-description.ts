import type { Activity } from "./firm.ts";
import type { Random } from "./random.ts";

/** What people write beside their hours, in Dutch; often nothing. */
const descriptions: Readonly<Record<Activity, readonly string[]>> = {
  design: [
    "schetsontwerp",
    "3D-model uitgewerkt",
    "varianten vergeleken",
    "ontwerpbespreking",
    "detaillering",
  ],
  engineering: [
    "werktekeningen",
    "sterkteberekening",
    "stuklijst bijgewerkt",
    "FEM-analyse",
    "tolerantiestudie",
  ],
  "project-management": ["voortgangsoverleg", "planning bijgewerkt", "afstemming leverancier"],
  quotation: ["offerte uitgewerkt", "offertegesprek", "herziene offerte", "begroting opgesteld"],
  "account-management": ["kwartaalgesprek", "klantbezoek", "bijgepraat over plannen"],
  negotiation: ["overleg over tarief", "discussie meerwerk", "korting besproken", "raamcontract"],
  support: ["vraag beantwoord", "storing meegekeken", "bestand opnieuw aangeleverd"],
  rework: [
    "fout in maatvoering hersteld",
    "tekening overgedaan",
    "model gecorrigeerd",
    "revisie na fout",
  ],
  complaint: ["klacht besproken", "excuusgesprek", "oorzaak uitgezocht"],
  acquisition: ["kennismaking prospect", "mailing voorbereid", "aanbesteding bekeken", "nagebeld"],
  internal: [
    "teamoverleg",
    "administratie",
    "opleiding",
    "ICT",
    "inwerken",
    "standaardbibliotheek",
  ],
};

export function describeHours(random: Random, activity: Activity, billable: boolean): string {
  if (random.chance(0.66)) return "";
  const isDelivery =
    activity === "design" || activity === "engineering" || activity === "project-management";
  if (isDelivery && !billable)
    return random.pick(["extra werk, niet doorbelast", "uitloop", "afgeschreven"]);
  return random.pick(descriptions[activity]);
}
