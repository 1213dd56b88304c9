import type { Phrase } from "./phrase.ts";

/** First visit and signing in. */
export const start = {
  title: {
    en: "Which customers does your firm exist for?",
    nl: "Voor welke klanten bestaat uw bedrijf?",
  },
  lead: {
    en: "Koers reads the books you already keep and shows what every customer really brings and costs, each figure opened down to its lines. Everything stays on this machine.",
    nl: "Koers leest de boeken die u al bijhoudt en laat zien wat elke klant echt oplevert en kost, elk cijfer open tot op de regel. Alles blijft op deze machine.",
  },
  lookTitle: { en: "Look around first", nl: "Eerst rondkijken" },
  lookText: {
    en: "A made-up design and engineering office of 25 people with four years of books. No account needed; removed with one click.",
    nl: "Een verzonnen ontwerp- en ingenieursbureau van 25 mensen met vier jaar boeken. Geen account nodig; met één klik weer weg.",
  },
  lookButton: { en: "Open the example firm", nl: "Open het voorbeeldbedrijf" },
  lookBusy: { en: "Reading the example's books …", nl: "De boeken van het voorbeeld lezen …" },
  ownTitle: { en: "Start with your own firm", nl: "Begin met uw eigen bedrijf" },
  ownText: {
    en: "You become the owner. What you need next: the audit file (XAF) of last year from your bookkeeping package.",
    nl: "U wordt de eigenaar. Wat u daarna nodig hebt: de auditfile (XAF) van vorig jaar uit uw boekhoudpakket.",
  },
  organizationName: { en: "Name of the firm", nl: "Naam van het bedrijf" },
  name: { en: "Your name", nl: "Uw naam" },
  email: { en: "E-mail address", nl: "E-mailadres" },
  password: { en: "Password", nl: "Wachtwoord" },
  passwordRule: { en: "At least 10 characters.", nl: "Minstens 10 tekens." },
  setupCode: { en: "Set-up code", nl: "Installatiecode" },
  setupCodeRule: {
    en: "Printed where Koers was started.",
    nl: "Staat waar Koers is gestart.",
  },
  create: { en: "Make the account", nl: "Maak het account" },
  signInTitle: { en: "Sign in", nl: "Inloggen" },
  nowhere: {
    en: "You are signed in as {name}, who belongs to no organisation here (any more). Ask an owner for an invitation.",
    nl: "U bent ingelogd als {name}, die hier bij geen organisatie (meer) hoort. Vraag een eigenaar om een uitnodiging.",
  },
  invitedTitle: {
    en: "You are invited to {organization}",
    nl: "U bent uitgenodigd bij {organization}",
  },
  invitedRole: { en: "Your role there: {role}.", nl: "Uw rol daar: {role}." },
  invitedNew: { en: "Make your account", nl: "Maak uw account" },
  invitedJoin: { en: "Make the account and go in", nl: "Maak het account en ga naar binnen" },
  invitedHave: { en: "I have an account already", nl: "Ik heb al een account" },
  invitedHaveNot: { en: "I have no account yet", nl: "Ik heb nog geen account" },
  invitedSignIn: { en: "Sign in and go in", nl: "Log in en ga naar binnen" },
  invitedAs: { en: "You are signed in as {name}.", nl: "U bent ingelogd als {name}." },
  invitedGoIn: { en: "Go in as {name}", nl: "Ga naar binnen als {name}" },
  signIn: { en: "Sign in", nl: "Inloggen" },
} as const satisfies Record<string, Phrase>;
