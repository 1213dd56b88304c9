import type { Phrase } from "./phrase.ts";

type Tree = { readonly [key: string]: Phrase | Tree };

/** The sentences of the command line. */
export const commandLine = {
  purpose: {
    en: "Koers shows what every customer really brings, from the books you already keep.",
    nl: "Koers laat zien wat elke klant echt oplevert, uit de boeken die u al bijhoudt.",
  },
  usage: { en: "Usage", nl: "Gebruik" },
  command: { en: "COMMAND", nl: "OPDRACHT" },
  examples: { en: "Examples", nl: "Voorbeelden" },
  environment: {
    en: "KOERS_DATA names the data folder (default ./data), DATABASE_URL a PostgreSQL server in its place.",
    nl: "KOERS_DATA noemt de gegevensmap (standaard ./data), DATABASE_URL een PostgreSQL-server in plaats daarvan.",
  },
  exitCodes: {
    en: "Exit codes: 0 done, 1 refused or problems, 2 wrong use.",
    nl: "Eindcodes: 0 gedaan, 1 geweigerd of problemen, 2 verkeerd gebruik.",
  },
  more: {
    en: "Help with examples: koers help COMMAND",
    nl: "Uitleg met voorbeelden: koers help OPDRACHT",
  },
  commands: {
    inspect: {
      en: "Read files and report on them; stores nothing",
      nl: "Bestanden lezen en erover berichten; slaat niets op",
    },
    import: {
      en: "Show what files would change, then import them",
      nl: "Tonen wat bestanden veranderen, en ze daarna importeren",
    },
    portfolio: {
      en: "What every customer brings over a period",
      nl: "Wat elke klant oplevert over een periode",
    },
    customer: {
      en: "One customer: its figures and how each is made up",
      nl: "Eén klant: de cijfers en hoe elk is opgebouwd",
    },
    imports: { en: "What was imported, newest first", nl: "Wat is geïmporteerd, nieuwste eerst" },
    undo: {
      en: "Take an import back, as if it had not been",
      nl: "Een import terugnemen, alsof die er niet was",
    },
    export: {
      en: "Everything of the organisation as one archive",
      nl: "Alles van de organisatie als één archief",
    },
    serve: { en: "Serve the pages until Ctrl+C", nl: "De pagina's aanbieden tot Ctrl+C" },
    doctor: {
      en: "Look whether everything that Koers needs is there",
      nl: "Nagaan of alles er is wat Koers nodig heeft",
    },
    help: { en: "Help on a command", nl: "Uitleg bij een opdracht" },
  },
  options: {
    json: { en: "For scripts: JSON", nl: "Voor scripts: JSON" },
    csv: { en: "As CSV, all customers and figures", nl: "Als CSV, alle klanten en cijfers" },
    yes: {
      en: "Take the preview as it is, warnings included",
      nl: "De voorvertoning overnemen zoals die is, ook met waarschuwingen",
    },
    override: {
      en: "Import although control totals differ; the reason is kept",
      nl: "Importeren hoewel controletotalen afwijken; de reden wordt bewaard",
    },
    map: {
      en: "Read this column as that field (again for each column)",
      nl: "Lees deze kolom als dat veld (herhaal per kolom)",
    },
    dates: {
      en: "Day or month first, where the file does not tell",
      nl: "Dag of maand eerst, waar het bestand dat niet zegt",
    },
    numbers: {
      en: "Decimal comma or point, where the file does not tell",
      nl: "Decimale komma of punt, waar het bestand dat niet zegt",
    },
    vat: {
      en: "Whether amounts include VAT, where the file does not tell",
      nl: "Of bedragen inclusief btw zijn, waar het bestand dat niet zegt",
    },
    period: {
      en: "A year, a month or months (default: the last twelve full ones)",
      nl: "Een jaar, een maand of maanden (standaard: de laatste twaalf volle)",
    },
    limit: { en: "At most so many customers", nl: "Hoogstens zoveel klanten" },
    output: { en: "Where to write the archive", nl: "Waar het archief komt te staan" },
    port: { en: "The port (default 4400)", nl: "De poort (standaard 4400)" },
    host: {
      en: "The address to listen on (default: this machine only)",
      nl: "Het adres om op te luisteren (standaard: alleen deze machine)",
    },
    language: { en: "Language of the answers", nl: "Taal van de antwoorden" },
    organization: {
      en: "Which organisation, by name or id, where there are several",
      nl: "Welke organisatie, op naam of id, als er meer zijn",
    },
    help: { en: "This help", nl: "Deze uitleg" },
  },
  wrong: {
    command: {
      en: "There is no command {command}. See koers --help.",
      nl: "Er is geen opdracht {command}. Zie koers --help.",
    },
    option: {
      en: "There is no option {option} here. See koers help COMMAND.",
      nl: "Optie {option} bestaat hier niet. Zie koers help OPDRACHT.",
    },
    value: { en: "{option} needs a value.", nl: "{option} heeft een waarde nodig." },
    choice: {
      en: "{option} takes one of: {choices}.",
      nl: "{option} is een van: {choices}.",
    },
    missing: { en: "Missing: {words}.", nl: "Er ontbreekt: {words}." },
    extra: {
      en: "One word too many: {word}. Put quotes around a name with spaces.",
      nl: "Een woord te veel: {word}. Zet aanhalingstekens om een naam met spaties.",
    },
    period: {
      en: "{text} is not a period. Give a year (2016), a month (2016-03) or months (2024-07..2025-06).",
      nl: "{text} is geen periode. Geef een jaar (2016), een maand (2016-03) of maanden (2024-07..2025-06).",
    },
    number: {
      en: "{option} takes a whole number above zero.",
      nl: "{option} is een geheel getal boven nul.",
    },
    mapping: {
      en: "--map takes HEADER=FIELD, not {text}.",
      nl: "--map is KOP=VELD, niet {text}.",
    },
    together: {
      en: "{one} and {other} do not go together.",
      nl: "{one} en {other} gaan niet samen.",
    },
    organization: {
      en: "There are several organisations. Choose one with --organization: {names}.",
      nl: "Er zijn meer organisaties. Kies er een met --organization: {names}.",
    },
    noSuchOrganization: {
      en: "There is no organisation {name} here.",
      nl: "Er is hier geen organisatie {name}.",
    },
  },
  file: {
    missing: { en: "{file} does not exist.", nl: "{file} bestaat niet." },
    folder: {
      en: "{file} is a folder; name the files in it.",
      nl: "{file} is een map; noem de bestanden erin.",
    },
    unreadable: { en: "{file} cannot be read ({code}).", nl: "{file} is niet te lezen ({code})." },
  },
  nothingImported: {
    en: "Nothing is imported yet. Begin with: koers import FILE",
    nl: "Er is nog niets geïmporteerd. Begin met: koers import BESTAND",
  },
  inspected: {
    accepted: { en: "can be imported", nl: "kan worden geïmporteerd" },
    refused: { en: "cannot be imported as it is", nl: "kan zo niet worden geïmporteerd" },
    unknownFormat: { en: "format not recognised", nl: "formaat niet herkend" },
    moreProblems: {
      en: "... and {count, plural, one {# more} other {# more}} (all of them with --json)",
      nl: "... en {count, plural, one {nog #} other {nog #}} (alles met --json)",
    },
    administration: { en: "Books of", nl: "Boeken van" },
    controlTotals: {
      en: "Control totals: {equal} of {all} match",
      nl: "Controletotalen: {equal} van {all} kloppen",
    },
    attributed: {
      en: "Revenue {revenue}, of which {attributed} belongs to a customer",
      nl: "Omzet {revenue}, waarvan {attributed} bij een klant hoort",
    },
    unattributed: {
      en: "Without a customer: {account} {description}, {amount}",
      nl: "Zonder klant: {account} {description}, {amount}",
    },
  },
  advice: {
    "no-relations-on-lines": {
      en: "No revenue per customer can be had from this file: its lines name no customers. Bring the invoices as well (CSV, XLSX or e-invoices), or an audit file from the package that makes the invoices.",
      nl: "Uit dit bestand is geen omzet per klant te halen: de regels noemen geen klanten. Lever ook de facturen aan (CSV, XLSX of e-facturen), of een auditfile uit het pakket dat de facturen maakt.",
    },
    "no-revenue-accounts": {
      en: "No account in this file was recognised as revenue. Say on the import page which ones are.",
      nl: "In dit bestand is geen rekening als omzet herkend. Geef op de importpagina aan welke dat zijn.",
    },
    "no-customers": {
      en: "This file has no customers. Bring the invoices or a list of customers as well.",
      nl: "Dit bestand heeft geen klanten. Lever ook de facturen of een klantenlijst aan.",
    },
  },
  changes: {
    already: {
      en: "Imported before (import {import}): nothing will change.",
      nl: "Al eerder geïmporteerd (import {import}): er verandert niets.",
    },
    replaces: {
      en: "Takes the place of import {import}.",
      nl: "Komt in de plaats van import {import}.",
    },
    covers: { en: "Covers {from} to {to}.", nl: "Beslaat {from} tot en met {to}." },
    customers: {
      en: "{new, plural, one {# new customer} other {# new customers}}, {matched} recognised.",
      nl: "{new, plural, one {# nieuwe klant} other {# nieuwe klanten}}, {matched} herkend.",
    },
    proposals: {
      en: "{count, plural, one {# record} other {# records}} may be a customer that is already there; decide on the page Customers.",
      nl: "{count, plural, one {# relatie is} other {# relaties zijn}} mogelijk een klant die er al is; beslis op de pagina Klanten.",
    },
  },
  importing: {
    question: { en: "Import this? [y/N] ", nl: "Dit importeren? [j/N] " },
    yesWords: { en: "y yes", nl: "j ja y yes" },
    notDone: { en: "Nothing was imported.", nl: "Er is niets geïmporteerd." },
    addYes: {
      en: "Nothing was imported. Add --yes to import what is shown above.",
      nl: "Er is niets geïmporteerd. Voeg --yes toe om te importeren wat hierboven staat.",
    },
    answer: {
      en: "A question is open. Answer it with --dates, --numbers, --vat or --map, or on the import page.",
      nl: "Er staat een vraag open. Beantwoord die met --dates, --numbers, --vat of --map, of op de importpagina.",
    },
    overrideHint: {
      en: "Control totals do not match. To import it all the same: --override REASON. The reason is kept and shown.",
      nl: "Controletotalen kloppen niet. Toch importeren: --override REDEN. De reden wordt bewaard en getoond.",
    },
    cancelled: {
      en: "Stopped; nothing of the file under way was stored.",
      nl: "Gestopt; van het bestand dat bezig was is niets opgeslagen.",
    },
    organizationMade: {
      en: "Made the organisation {name}.",
      nl: "Organisatie {name} is gemaakt.",
    },
    stages: {
      waiting: { en: "waiting", nl: "wachten" },
      reading: { en: "reading", nl: "lezen" },
      matching: { en: "matching", nl: "koppelen" },
      storing: { en: "storing", nl: "opslaan" },
      summing: { en: "adding up", nl: "optellen" },
      done: { en: "done", nl: "klaar" },
    },
    outcomes: {
      imported: { en: "imported as number {import}", nl: "geïmporteerd als nummer {import}" },
      "already-imported": {
        en: "was imported before as number {import}; nothing changed",
        nl: "was al geïmporteerd als nummer {import}; er is niets veranderd",
      },
      refused: { en: "not imported: {reason}", nl: "niet geïmporteerd: {reason}" },
      cancelled: { en: "not imported: stopped", nl: "niet geïmporteerd: gestopt" },
      failed: { en: "not imported: {reason}", nl: "niet geïmporteerd: {reason}" },
    },
  },
  imports: {
    number: { en: "No.", nl: "Nr." },
    file: { en: "File", nl: "Bestand" },
    format: { en: "Format", nl: "Formaat" },
    covers: { en: "Covers", nl: "Periode" },
    records: { en: "Records", nl: "Records" },
    at: { en: "Imported", nl: "Geïmporteerd" },
    superseded: { en: "replaced", nl: "vervangen" },
    undone: {
      en: "Import {import} was taken back: {count, plural, one {# row} other {# rows}} deleted.",
      nl: "Import {import} is teruggenomen: {count, plural, one {# rij} other {# rijen}} verwijderd.",
    },
  },
  portfolio: {
    heading: { en: "{name}, {period}", nl: "{name}, {period}" },
    total: { en: "Total", nl: "Totaal" },
    customer: { en: "Customer", nl: "Klant" },
    unattributed: {
      en: "Besides, {amount} of the ledger's revenue of {ledger} belongs to no customer.",
      nl: "Daarnaast hoort {amount} van de omzet in het grootboek, {ledger}, bij geen klant.",
    },
    rest: {
      en: "{count, plural, one {# other customer} other {# other customers}}",
      nl: "{count, plural, one {# andere klant} other {# andere klanten}}",
    },
    otherCurrency: {
      en: "Apart, in {currency}: {amount} from {count, plural, one {# customer} other {# customers}}.",
      nl: "Apart, in {currency}: {amount} van {count, plural, one {# klant} other {# klanten}}.",
    },
    empty: {
      en: "No customer has revenue or hours in this period.",
      nl: "Geen klant heeft omzet of uren in deze periode.",
    },
  },
  customer: {
    none: { en: "No customer is called {name}.", nl: "Geen klant heet {name}." },
    several: {
      en: "Several customers fit {name}: {names}.",
      nl: "Meer klanten passen bij {name}: {names}.",
    },
  },
  exported: { en: "Written to {file}.", nl: "Geschreven naar {file}." },
  doctor: {
    node: { en: "Node", nl: "Node" },
    dataFolder: { en: "Data folder", nl: "Gegevensmap" },
    server: { en: "Server", nl: "Server" },
    database: { en: "Database", nl: "Database" },
    organizations: { en: "Organisations", nl: "Organisaties" },
    pages: { en: "Pages", nl: "Pagina's" },
    good: { en: "good", nl: "goed" },
    wrong: { en: "WRONG", nl: "FOUT" },
    running: { en: "runs at {url}", nl: "draait op {url}" },
    notRunning: {
      en: "does not run (no need for the command line)",
      nl: "draait niet (hoeft ook niet voor de opdrachtregel)",
    },
    built: { en: "built", nl: "gebouwd" },
    notBuilt: { en: "not built; npm start builds them", nl: "niet gebouwd; npm start bouwt ze" },
    nodeOld: {
      en: "{version} is too old; Koers needs 22.18 or newer",
      nl: "{version} is te oud; Koers heeft 22.18 of nieuwer nodig",
    },
    writable: { en: "{folder} can be written to", nl: "{folder} is schrijfbaar" },
  },
} as const satisfies Tree;
