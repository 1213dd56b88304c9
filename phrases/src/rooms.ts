import type { Phrase } from "./phrase.ts";

/** Today, and the rooms that wait for books. */
export const rooms = {
  todayEmpty: {
    en: "Start with last year's audit file",
    nl: "Begin met de auditfile van vorig jaar",
  },
  todayEmptyText: {
    en: "Ask your bookkeeping package, or your accountant, for the XAF audit file. Within a minute Koers shows the revenue that every customer brings; with an export of your hours beside it, what every customer earns you.",
    nl: "Vraag uw boekhoudpakket of uw accountant om de auditfile (XAF). Koers laat binnen een minuut zien hoeveel omzet elke klant brengt; met een export van uw uren erbij ook wat elke klant oplevert.",
  },
  todayButton: { en: "Import books", nl: "Boeken importeren" },
  todayOpen: { en: "See the portfolio", nl: "Bekijk de portefeuille" },
  todayThings: { en: "What asks for your attention", nl: "Wat uw aandacht vraagt" },
  todayNothing: {
    en: "Nothing waits for you. The books are read and add up.",
    nl: "Er wacht niets op u. De boeken zijn gelezen en kloppen.",
  },
  thingMatches: {
    en: "{count, plural, one {1 record may be a customer you already have} other {# records may be customers you already have}}",
    nl: "{count, plural, one {1 record is misschien een klant die u al hebt} other {# records zijn misschien klanten die u al hebt}}",
  },
  thingMatchesAct: { en: "Decide", nl: "Beslis" },
  thingUnattributed: {
    en: "{amount} of revenue belongs to no customer",
    nl: "{amount} omzet hoort bij geen klant",
  },
  thingUnattributedAct: { en: "See the lines", nl: "Bekijk de regels" },
  thingHours: {
    en: "Margins are not known: no hours imported",
    nl: "Marges zijn niet bekend: geen uren geïmporteerd",
  },
  thingHoursAct: { en: "Import hours", nl: "Uren importeren" },
  thingOld: {
    en: "The books end in {month}",
    nl: "De boeken eindigen in {month}",
  },
  thingOldAct: { en: "Import newer books", nl: "Nieuwere boeken importeren" },
  thingLosers: {
    en: "{count, plural, one {1 customer costs} other {# customers cost}} you {amount}",
    nl: "{count, plural, one {1 klant kost} other {# klanten kosten}} u {amount}",
  },
  thingLosersAct: { en: "See who", nl: "Bekijk wie" },
  thingOverdue: {
    en: "{amount} is overdue at {count, plural, one {1 customer} other {# customers}}",
    nl: "{amount} is over de vervaldatum bij {count, plural, one {1 klant} other {# klanten}}",
  },
  thingOverdueAct: { en: "See who", nl: "Bekijk wie" },
  choiceTitle: { en: "Whom you exist for", nl: "Voor wie u bestaat" },
  choiceText: {
    en: "Here the ideal core of customers will stand, with the profile they share and your target groups. It needs margins per customer: import audit files and hours first.",
    nl: "Hier komt de kern van ideale klanten te staan, met het profiel dat ze delen en uw doelgroepen. Daarvoor zijn marges per klant nodig: importeer eerst auditfiles en uren.",
  },
  experienceTitle: { en: "What customers experience", nl: "Wat klanten beleven" },
  experienceText: {
    en: "Here surveys, complaints and compliments will stand beside what each customer brings. It needs your customers: import your books first.",
    nl: "Hier komen enquêtes, klachten en complimenten te staan naast wat elke klant oplevert. Daarvoor zijn uw klanten nodig: importeer eerst uw boeken.",
  },
  courseTitle: { en: "Where you are going", nl: "Waar u heen gaat" },
  courseText: {
    en: "Here your purpose, goals and plan will stand, each claim linked to its evidence in the books. It needs your customers: import your books first.",
    nl: "Hier komen uw bedoeling, uw doelen en uw plan te staan, elke bewering met het bewijs uit de boeken. Daarvoor zijn uw klanten nodig: importeer eerst uw boeken.",
  },
  notYet: { en: "Not built yet", nl: "Nog niet gebouwd" },
} as const satisfies Record<string, Phrase>;
