import type { ErrorCode } from "@koers/contract";
import type { Phrase } from "./phrase.ts";

/** A sentence for every reason for which Koers says no. */
export const errors = {
  "account-exists": {
    en: "There is already an account with this e-mail address. Sign in instead.",
    nl: "Er is al een account met dit e-mailadres. Log in.",
  },
  "already-member": {
    en: "You already belong to this organisation.",
    nl: "U hoort al bij deze organisatie.",
  },
  "already-set-up": {
    en: "This Koers already has an owner. Sign in instead.",
    nl: "Deze Koers heeft al een eigenaar. Log in.",
  },
  "database-unavailable": {
    en: "The database does not answer. Nothing was changed; try again in a moment.",
    nl: "De database antwoordt niet. Er is niets gewijzigd; probeer het zo opnieuw.",
  },
  "disk-full": {
    en: "The disk is full. Nothing was changed; make room and try again.",
    nl: "De schijf is vol. Er is niets gewijzigd; maak ruimte en probeer het opnieuw.",
  },
  "example-not-loaded": {
    en: "The example firm is not loaded.",
    nl: "Het voorbeeldbedrijf is niet geladen.",
  },
  "exception-expired": {
    en: "The end date of this exception has passed. Ask for a new one with a new end date.",
    nl: "De einddatum van deze uitzondering is voorbij. Vraag een nieuwe aan met een nieuwe einddatum.",
  },
  "exception-incomplete": {
    en: "The dossier cannot be submitted yet. Missing or not right: {field}.",
    nl: "Het dossier kan nog niet worden ingediend. Ontbreekt of klopt niet: {field}.",
  },
  "exception-own-request": {
    en: "Someone else than who asked for an exception decides about it.",
    nl: "Over een uitzondering beslist iemand anders dan wie erom vroeg.",
  },
  "exception-renewal-open": {
    en: "A renewal of this exception is already under way.",
    nl: "Een verlenging van deze uitzondering loopt al.",
  },
  "exception-state": {
    en: "This cannot be done with the dossier as it stands now. Look at it again.",
    nl: "Dit kan niet met het dossier zoals het er nu voor staat. Bekijk het opnieuw.",
  },
  "exception-too-early": {
    en: "Alone in a firm you decide about your own exception 24 hours after asking for it. Sleep on it.",
    nl: "Alleen in een bedrijf beslist u over uw eigen uitzondering 24 uur nadat u erom vroeg. Slaap er een nacht over.",
  },
  forbidden: {
    en: "Your role does not allow this. Ask an owner of the organisation.",
    nl: "Uw rol staat dit niet toe. Vraag het een eigenaar van de organisatie.",
  },
  "import-cancelled": {
    en: "The import was cancelled. Nothing of it was stored.",
    nl: "De import is afgebroken. Er is niets van opgeslagen.",
  },
  "import-in-progress": {
    en: "Another import is under way. Wait until it is done.",
    nl: "Er loopt al een import. Wacht tot die klaar is.",
  },
  "import-not-accepted": {
    en: "This file cannot be imported as it is. Look at its problems and questions first.",
    nl: "Dit bestand kan zo niet worden geïmporteerd. Bekijk eerst de problemen en vragen.",
  },
  "import-not-found": {
    en: "This import does not exist (any more).",
    nl: "Deze import bestaat niet (meer).",
  },
  "input-invalid": {
    en: "Something filled in is not right: {field}.",
    nl: "Er is iets niet goed ingevuld: {field}.",
  },
  internal: {
    en: "Something went wrong in Koers itself. Nothing was half done; the log has the details under this number.",
    nl: "Er ging iets mis in Koers zelf. Er is niets half gedaan; de details staan onder dit nummer in het logboek.",
  },
  "invitation-invalid": {
    en: "This invitation does not work (any more). Ask for a new one.",
    nl: "Deze uitnodiging werkt niet (meer). Vraag om een nieuwe.",
  },
  "last-owner": {
    en: "An organisation needs an owner. Make someone else owner first.",
    nl: "Een organisatie heeft een eigenaar nodig. Maak eerst iemand anders eigenaar.",
  },
  "match-not-found": {
    en: "This proposal was already decided.",
    nl: "Over dit voorstel is al besloten.",
  },
  "name-taken": { en: "This name is already in use.", nl: "Deze naam is al in gebruik." },
  "not-found": { en: "This does not exist (any more).", nl: "Dit bestaat niet (meer)." },
  "not-signed-in": { en: "Sign in first.", nl: "Log eerst in." },
  "origin-refused": {
    en: "This request came from another site and was refused.",
    nl: "Dit verzoek kwam van een andere site en is geweigerd.",
  },
  "period-invalid": {
    en: "This is not a period. Give a year (2026) or two months (2026-01..2026-06).",
    nl: "Dit is geen periode. Geef een jaar (2026) of twee maanden (2026-01..2026-06).",
  },
  "preview-not-found": {
    en: "These files are no longer here, probably because Koers was restarted. Nothing was stored; choose them again.",
    nl: "Deze bestanden zijn er niet meer, waarschijnlijk omdat Koers opnieuw is gestart. Er is niets opgeslagen; kies ze opnieuw.",
  },
  "setup-code-wrong": {
    en: "This is not the set-up code. It was printed where Koers was started.",
    nl: "Dit is niet de installatiecode. Die staat waar Koers is gestart.",
  },
  "sign-in-failed": {
    en: "E-mail address and password do not go together.",
    nl: "E-mailadres en wachtwoord horen niet bij elkaar.",
  },
  "too-large": {
    en: "This file is too large: at most {limit}. Export a shorter period.",
    nl: "Dit bestand is te groot: hoogstens {limit}. Exporteer een kortere periode.",
  },
  "too-many-attempts": {
    en: "Too many attempts. Wait {seconds, plural, one {# second} other {# seconds}} and try again.",
    nl: "Te veel pogingen. Wacht {seconds, plural, one {# seconde} other {# seconden}} en probeer het opnieuw.",
  },
  "undo-not-possible": {
    en: "This cannot be undone any more, because something later builds on it.",
    nl: "Dit kan niet meer ongedaan worden gemaakt, omdat iets later erop voortbouwt.",
  },
  "upload-not-found": {
    en: "This file is no longer here. Choose it again.",
    nl: "Dit bestand is er niet meer. Kies het opnieuw.",
  },
} as const satisfies Record<ErrorCode, Phrase>;
