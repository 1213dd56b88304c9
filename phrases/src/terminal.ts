import type { Phrase } from "./phrase.ts";

/** What is said where Koers is started, and why it cannot start. */
export const starting = {
  ready: { en: "Koers is ready: {url}", nl: "Koers staat klaar: {url}" },
  data: { en: "Its data stands in {folder}.", nl: "De gegevens staan in {folder}." },
  stop: { en: "Stop it with Ctrl+C.", nl: "Stop met Ctrl+C." },
  stopping: { en: "Koers is stopping ...", nl: "Koers stopt ..." },
  building: { en: "Koers: building the pages ...", nl: "Koers: de pagina's worden gebouwd ..." },
  setupCode: {
    en: "Others can reach this address. The first account needs this set-up code: {code}",
    nl: "Anderen kunnen dit adres bereiken. Het eerste account heeft deze installatiecode nodig: {code}",
  },
  reachable: {
    en: "Koers answers to others without encryption. Put a proxy with TLS in front of it and set KOERS_PUBLIC_URL.",
    nl: "Koers antwoordt anderen zonder versleuteling. Zet er een proxy met TLS voor en stel KOERS_PUBLIC_URL in.",
  },
} as const satisfies Record<string, Phrase>;

export const startErrors = {
  "configuration-invalid": {
    en: "A setting cannot be used: {reason}.",
    nl: "Een instelling is niet bruikbaar: {reason}.",
  },
  "port-taken": {
    en: "Port {port} is in use by {owner, select, none {another program} other {{owner}}}. Stop that program, or choose another port: KOERS_PORT={other}.",
    nl: "Poort {port} is in gebruik door {owner, select, none {een ander programma} other {{owner}}}. Stop dat programma, of kies een andere poort: KOERS_PORT={other}.",
  },
  "address-unusable": {
    en: "Koers cannot listen on {host}, port {port} ({reason}). Choose an address of this machine with KOERS_HOST and a free port above 1023 with KOERS_PORT.",
    nl: "Koers kan niet luisteren op {host}, poort {port} ({reason}). Kies een adres van deze machine met KOERS_HOST en een vrije poort boven 1023 met KOERS_PORT.",
  },
  "already-running": {
    en: "Koers already runs on this data folder: {url} (process {pid}).",
    nl: "Koers draait al op deze gegevensmap: {url} (proces {pid}).",
  },
  "pages-missing": {
    en: "The pages are not built. Run npm start in the folder of Koers.",
    nl: "De pagina's zijn niet gebouwd. Voer npm start uit in de map van Koers.",
  },
  "data-folder-not-writable": {
    en: "Koers cannot write to its data folder {folder} ({reason}). Give this user the right to write there, or choose another folder with KOERS_DATA.",
    nl: "Koers kan niet schrijven in de gegevensmap {folder} ({reason}). Geef deze gebruiker schrijfrechten, of kies een andere map met KOERS_DATA.",
  },
  "data-folder-in-use": {
    en: "Another Koers is using the data folder {folder}. Stop it first, or choose another folder with KOERS_DATA.",
    nl: "Een andere Koers gebruikt de gegevensmap {folder}. Stop die eerst, of kies een andere map met KOERS_DATA.",
  },
  "data-folder-full": {
    en: "The disk of the data folder {folder} is full. Make room and start again.",
    nl: "De schijf van de gegevensmap {folder} is vol. Maak ruimte en start opnieuw.",
  },
  "data-folder-incompatible": {
    en: "The data folder was made by another major version of the database and cannot be opened by this Koers. Start the Koers that made it and export, or choose an empty folder with KOERS_DATA.",
    nl: "De gegevensmap is gemaakt door een andere hoofdversie van de database en kan door deze Koers niet worden geopend. Start de Koers die hem maakte en exporteer, of kies een lege map met KOERS_DATA.",
  },
  "data-folder-secrets-missing": {
    en: "The data folder lacks the file with the password of its database. Put it back from a backup of the folder.",
    nl: "In de gegevensmap ontbreekt het bestand met het wachtwoord van de database. Zet het terug uit een reservekopie van de map.",
  },
  "database-unavailable": {
    en: "The database that DATABASE_URL names does not answer ({reason}). Check that it runs and that the address, the name and the password are right.",
    nl: "De database uit DATABASE_URL antwoordt niet ({reason}). Controleer of die draait en of adres, naam en wachtwoord kloppen.",
  },
  "database-refused": {
    en: "The server that DATABASE_URL names is there, but does not let Koers in ({reason}). Check the name, the password and the name of the database.",
    nl: "De server uit DATABASE_URL is er, maar laat Koers niet toe ({reason}). Controleer de naam, het wachtwoord en de naam van de database.",
  },
  "database-full": {
    en: "The disk of the database is full. Make room and start again.",
    nl: "De schijf van de database is vol. Maak ruimte en start opnieuw.",
  },
  "database-url-invalid": {
    en: "DATABASE_URL is not an address of a PostgreSQL database, such as postgres://name:password@host:5432/koers.",
    nl: "DATABASE_URL is geen adres van een PostgreSQL-database, zoals postgres://naam:wachtwoord@host:5432/koers.",
  },
  "database-version": {
    en: "The database is PostgreSQL {found}; Koers needs {required} or newer.",
    nl: "De database is PostgreSQL {found}; Koers heeft {required} of nieuwer nodig.",
  },
  "database-role-unsafe": {
    en: "Koers will not serve as the database user {role}, for whom row-level security does not hold. Use a user that is neither superuser nor owner of the tables.",
    nl: "Koers werkt niet als databasegebruiker {role}, voor wie rijbeveiliging niet geldt. Gebruik een gebruiker die geen superuser en geen eigenaar van de tabellen is.",
  },
  "database-role-missing": {
    en: "The database lacks the user that Koers serves with, and the given user may not make one. Ask the administrator to run: {statements}",
    nl: "De database mist de gebruiker waarmee Koers werkt, en de opgegeven gebruiker mag er geen maken. Vraag de beheerder dit uit te voeren: {statements}",
  },
  "database-migration-failed": {
    en: "The database could not be brought up to date ({migration}). Nothing of that step was kept. Restore nothing; report this with the log.",
    nl: "De database kon niet worden bijgewerkt ({migration}). Van die stap is niets bewaard. Zet niets terug; meld dit met het logboek.",
  },
  "database-migration-changed": {
    en: "A step that the database already took reads differently in this Koers ({migration}). Use the Koers that was released.",
    nl: "Een stap die de database al deed, luidt anders in deze Koers ({migration}). Gebruik de Koers zoals die is uitgebracht.",
  },
  "database-migration-unknown": {
    en: "The database was brought up to date by a newer Koers. Start that one.",
    nl: "De database is bijgewerkt door een nieuwere Koers. Start die.",
  },
  "engine-missing": {
    en: "The database that comes with Koers is not installed for this machine. Run npm start again, or name a PostgreSQL server with DATABASE_URL.",
    nl: "De database die bij Koers hoort is niet geïnstalleerd voor deze machine. Voer npm start opnieuw uit, of noem een PostgreSQL-server met DATABASE_URL.",
  },
  "engine-user-missing": {
    en: "Koers runs as root, which the database refuses, and this machine has no other user for it. Start Koers as an ordinary user.",
    nl: "Koers draait als root, wat de database weigert, en deze machine heeft er geen andere gebruiker voor. Start Koers als gewone gebruiker.",
  },
  "engine-not-started": {
    en: "The database that comes with Koers did not start. Its log stands in the data folder, in postgres.",
    nl: "De database die bij Koers hoort is niet gestart. Het logboek staat in de gegevensmap, in postgres.",
  },
} as const satisfies Record<string, Phrase>;
