import type { Phrase } from "./phrase.ts";

/**
 * A sentence for every problem of a file: what is wrong and what to do. The place stands in front of it.
 * Arguments, each empty where the problem has none: field, found, expected.
 */
export const problems = {
  AMNT_TP: {
    en: "{field} must be D (debit) or C (credit), found “{found}”. Export the file again from the bookkeeping package.",
    nl: "{field} moet D (debet) of C (credit) zijn, gevonden “{found}”. Exporteer het bestand opnieuw uit het boekhoudpakket.",
  },
  AMOUNT_FORMAT: {
    en: "{field} is not an amount: “{found}”. Expected {expected}. Correct it or export the file again.",
    nl: "{field} is geen bedrag: “{found}”. Verwacht {expected}. Verbeter het of exporteer het bestand opnieuw.",
  },
  ARCHIVE_ENTRY_SKIPPED: {
    en: "This file in the archive holds no invoice and is passed over ({found}).",
    nl: "Dit bestand in het archief bevat geen factuur en wordt overgeslagen ({found}).",
  },
  ARCHIVE_WITHOUT_INVOICE: {
    en: "There is no invoice in this archive. Koers reads XML (UBL, CII) and PDF with an invoice in it.",
    nl: "Er zit geen factuur in dit archief. Koers leest XML (UBL, CII) en pdf met een factuur erin.",
  },
  BALANCE_MISMATCH: {
    en: "Opening balance and entries come to {found}, the closing balance says {expected}. The statement is not complete: download it again.",
    nl: "Beginsaldo en boekingen komen uit op {found}, het eindsaldo zegt {expected}. Het afschrift is niet volledig: download het opnieuw.",
  },
  BALANCE_NOT_CHECKED: {
    en: "The balances of this statement cannot be checked: they are missing, or in more than one currency. {found}",
    nl: "De saldi van dit afschrift zijn niet te controleren: ze ontbreken, of staan in meer dan één valuta. {found}",
  },
  BATCH_NOT_SPLIT: {
    en: "The parts of this batch come to {found}, the entry says {expected}. It is kept as one payment.",
    nl: "De delen van deze verzamelboeking komen uit op {found}, de boeking zegt {expected}. Ze blijft één betaling.",
  },
  "BR-02": {
    en: "The invoice has no number ({field}). Ask the sender for a complete invoice.",
    nl: "De factuur heeft geen nummer ({field}). Vraag de afzender om een volledige factuur.",
  },
  "BR-16": {
    en: "The invoice has no lines. Ask the sender for a complete invoice.",
    nl: "De factuur heeft geen regels. Vraag de afzender om een volledige factuur.",
  },
  "BR-CL-01": {
    en: "{field} “{found}” is not a type of document that goes with this file. Expected {expected}.",
    nl: "{field} “{found}” is geen documentsoort die bij dit bestand past. Verwacht {expected}.",
  },
  "BR-CL-03": {
    en: "{field} is in “{found}”, which is no currency (ISO 4217, such as EUR).",
    nl: "{field} staat in “{found}”; dat is geen valuta (ISO 4217, zoals EUR).",
  },
  "BR-CL-04": {
    en: "{field} “{found}” is not a currency (ISO 4217, such as EUR).",
    nl: "{field} “{found}” is geen valuta (ISO 4217, zoals EUR).",
  },
  "BR-CO-10": {
    en: "The lines add up to {found}, the invoice says {expected} ({field}). Ask the sender for a correct invoice.",
    nl: "De regels tellen op tot {found}, de factuur zegt {expected} ({field}). Vraag de afzender om een juiste factuur.",
  },
  "BR-CO-11": {
    en: "The discounts add up to {found}, the invoice says {expected} ({field}). Ask the sender for a correct invoice.",
    nl: "De kortingen tellen op tot {found}, de factuur zegt {expected} ({field}). Vraag de afzender om een juiste factuur.",
  },
  "BR-CO-12": {
    en: "The charges add up to {found}, the invoice says {expected} ({field}). Ask the sender for a correct invoice.",
    nl: "De toeslagen tellen op tot {found}, de factuur zegt {expected} ({field}). Vraag de afzender om een juiste factuur.",
  },
  "BR-CO-13": {
    en: "Lines, discounts and charges come to {found} without VAT, the invoice says {expected} ({field}). Ask the sender for a correct invoice.",
    nl: "Regels, kortingen en toeslagen komen uit op {found} zonder btw, de factuur zegt {expected} ({field}). Vraag de afzender om een juiste factuur.",
  },
  "BR-CO-14": {
    en: "The VAT per rate adds up to {found}, the invoice says {expected} ({field}). Ask the sender for a correct invoice.",
    nl: "De btw per tarief telt op tot {found}, de factuur zegt {expected} ({field}). Vraag de afzender om een juiste factuur.",
  },
  "BR-CO-15": {
    en: "Net and VAT come to {found}, the invoice says {expected} ({field}). Ask the sender for a correct invoice.",
    nl: "Netto en btw komen uit op {found}, de factuur zegt {expected} ({field}). Vraag de afzender om een juiste factuur.",
  },
  "BR-CO-16": {
    en: "The totals leave {found} to pay, the invoice says {expected} ({field}). Ask the sender for a correct invoice.",
    nl: "Volgens de totalen is {found} te betalen, de factuur zegt {expected} ({field}). Vraag de afzender om een juiste factuur.",
  },
  CELL_ERROR: {
    en: "The cell holds an error ({found}) in {field}. Correct the formula in the spreadsheet and save it again.",
    nl: "De cel bevat een fout ({found}) in {field}. Herstel de formule in het rekenblad en sla het opnieuw op.",
  },
  CELL_REF: {
    en: "“{found}” is no cell of a spreadsheet. Save the file again from the spreadsheet program.",
    nl: "“{found}” is geen cel van een rekenblad. Sla het bestand opnieuw op vanuit het rekenprogramma.",
  },
  CONFLICTING_ACCOUNT: {
    en: "Account {found} stands in the ledger twice, with different types. Correct it in the bookkeeping package.",
    nl: "Rekening {found} staat twee keer in het grootboek, met verschillende soorten. Herstel dit in het boekhoudpakket.",
  },
  CONTROL_COUNT_MISMATCH: {
    en: "There are {found} entries, the statement says {expected} ({field}). It is not complete: download it again.",
    nl: "Er zijn {found} boekingen, het afschrift zegt {expected} ({field}). Het is niet volledig: download het opnieuw.",
  },
  CONTROL_SUM_MISMATCH: {
    en: "The entries add up to {found}, the statement says {expected} ({field}). It is not complete: download it again.",
    nl: "De boekingen tellen op tot {found}, het afschrift zegt {expected} ({field}). Het is niet volledig: download het opnieuw.",
  },
  CONTROL_TOTAL_MISSING: {
    en: "The control total {field} is missing, so it cannot be checked that the file is complete. Export it again.",
    nl: "Het controletotaal {field} ontbreekt, dus het is niet te controleren of het bestand compleet is. Exporteer het opnieuw.",
  },
  CREDIT_NOTE_NEGATIVE: {
    en: "This credit note has a negative total ({found}), so it raises revenue. Look whether that is meant.",
    nl: "Deze creditnota heeft een negatief totaal ({found}) en verhoogt dus de omzet. Kijk of dat de bedoeling is.",
  },
  CSV_COLUMN_COUNT: {
    en: "This row has {found} columns, the header has {expected}. Probably a delimiter stands inside a value without quotes.",
    nl: "Deze rij heeft {found} kolommen, de kop heeft er {expected}. Waarschijnlijk staat een scheidingsteken in een waarde zonder aanhalingstekens.",
  },
  CSV_HEADER_DUPLICATE: {
    en: "Two columns are both called “{found}”. Give each column a name of its own.",
    nl: "Twee kolommen heten allebei “{found}”. Geef elke kolom een eigen naam.",
  },
  CSV_QUOTE: {
    en: "A quotation mark is not closed, or stands in the middle of a value. Save the file again as CSV.",
    nl: "Een aanhalingsteken is niet gesloten, of staat midden in een waarde. Sla het bestand opnieuw op als CSV.",
  },
  CURRENCY_MISMATCH: {
    en: "{field} is in {found}, the invoice in {expected}. Ask the sender for a correct invoice.",
    nl: "{field} staat in {found}, de factuur in {expected}. Vraag de afzender om een juiste factuur.",
  },
  DATE_AMBIGUOUS: {
    en: "In {field}, “{found}” can be read with the day or the month first. Say which: {expected}.",
    nl: "In {field} kan “{found}” met de dag of met de maand voorop worden gelezen. Zeg welke: {expected}.",
  },
  DATE_FORMAT: {
    en: "{field} is not a date: “{found}”. Correct it or export the file again.",
    nl: "{field} is geen datum: “{found}”. Verbeter hem of exporteer het bestand opnieuw.",
  },
  DATE_FUTURE: {
    en: "{field} lies in the future: {found}.",
    nl: "{field} ligt in de toekomst: {found}.",
  },
  DATE_OUTSIDE_YEAR: {
    en: "{field} {found} lies outside the financial year ({expected}).",
    nl: "{field} {found} valt buiten het boekjaar ({expected}).",
  },
  DTD_NOT_ALLOWED: {
    en: "The file defines its own entities (DOCTYPE). Such files can do harm and are refused; real exports have none.",
    nl: "Het bestand definieert eigen entiteiten (DOCTYPE). Zulke bestanden kunnen kwaad en worden geweigerd; echte exports hebben dit niet.",
  },
  DUPLICATE_ACCOUNT: {
    en: "Account {found} stands in the ledger twice, with the same type. It is read once.",
    nl: "Rekening {found} staat twee keer in het grootboek, met dezelfde soort. Hij is één keer gelezen.",
  },
  DUPLICATE_ELEMENT: {
    en: "{field} stands here twice, so it is not clear which one counts. Export the file again.",
    nl: "{field} staat hier twee keer, dus het is onduidelijk welke geldt. Exporteer het bestand opnieuw.",
  },
  DUPLICATE_INVOICE: {
    en: "Invoice {field} is also in {expected}; it counts once. If the two differ, take one of them out.",
    nl: "Factuur {field} zit ook in {expected}; ze telt één keer. Haal er een uit als de twee verschillen.",
  },
  DUPLICATE_LINE_NR: {
    en: "Line number {found} occurs twice in one transaction. Both lines are read.",
    nl: "Regelnummer {found} komt twee keer voor in één boeking. Beide regels zijn gelezen.",
  },
  DUPLICATE_RELATION: {
    en: "Relation {found} stands in the list twice. The first one is used.",
    nl: "Relatie {found} staat twee keer in de lijst. De eerste is gebruikt.",
  },
  EMPTY: {
    en: "The file is empty, or has a header and no rows.",
    nl: "Het bestand is leeg, of heeft een kop en geen rijen.",
  },
  EMPTY_OR_NOT_XML: {
    en: "This is no XML file, or it is empty. Export the audit file (XAF) again from the bookkeeping package.",
    nl: "Dit is geen XML-bestand, of het is leeg. Exporteer de auditfile (XAF) opnieuw uit het boekhoudpakket.",
  },
  ENCODING: {
    en: "The characters of this file cannot be read for certain ({found}). Save it as UTF-8.",
    nl: "De tekens van dit bestand zijn niet zeker te lezen ({found}). Sla het op als UTF-8.",
  },
  ENCODING_INVALID_BYTES: {
    en: "The file has bytes that are no characters in {expected}. Export it again, or save it as UTF-8.",
    nl: "Het bestand heeft bytes die in {expected} geen tekens zijn. Exporteer het opnieuw, of sla het op als UTF-8.",
  },
  ENCODING_UNSUPPORTED: {
    en: "The file says it is written in “{found}”, which Koers does not read. Save it as UTF-8.",
    nl: "Het bestand zegt dat het in “{found}” is geschreven; dat leest Koers niet. Sla het op als UTF-8.",
  },
  ENTRY_NOT_BOOKED: {
    en: "This entry is not booked yet and is left out.",
    nl: "Deze boeking is nog niet verwerkt en blijft buiten beschouwing.",
  },
  ENVELOPE: {
    en: "The invoice stood in a Peppol envelope; the invoice inside is read.",
    nl: "De factuur zat in een Peppol-envelop; de factuur daarin is gelezen.",
  },
  FIELD_TOO_LONG: {
    en: "{field} is too long: {found}, at most {expected}.",
    nl: "{field} is te lang: {found}, hoogstens {expected}.",
  },
  FILE_TOO_LARGE: {
    en: "The file is too large: {found}, at most {expected}. Export a shorter period.",
    nl: "Het bestand is te groot: {found}, hoogstens {expected}. Exporteer een kortere periode.",
  },
  FORMULA_NO_VALUE: {
    en: "The cell has a formula without a stored value in {field}. Open the file in a spreadsheet program and save it again.",
    nl: "De cel heeft een formule zonder opgeslagen waarde in {field}. Open het bestand in een rekenprogramma en sla het opnieuw op.",
  },
  FORMULA_VALUE_USED: {
    en: "{field} holds formulas; the values stored with them are used.",
    nl: "{field} bevat formules; de waarden die erbij zijn opgeslagen zijn gebruikt.",
  },
  LINES_COUNT_FORMAT: {
    en: "{field} is not a whole number: “{found}”. Export the file again.",
    nl: "{field} is geen geheel getal: “{found}”. Exporteer het bestand opnieuw.",
  },
  LINES_COUNT_MISMATCH: {
    en: "The file says it has {expected} lines, {found} were read. It is not complete, or was changed: export it again.",
    nl: "Het bestand zegt {expected} regels te hebben, er zijn er {found} gelezen. Het is niet compleet of gewijzigd: exporteer het opnieuw.",
  },
  NAMESPACE: {
    en: "{field} is written in a vocabulary that Koers does not know (“{found}”). Export an audit file as XAF 3.2 or 4.0, an invoice as UBL 2.1, a statement as CAMT.053.",
    nl: "{field} is geschreven in een vocabulaire dat Koers niet kent (“{found}”). Exporteer een auditfile als XAF 3.2 of 4.0, een factuur als UBL 2.1, een afschrift als CAMT.053.",
  },
  NOT_AN_INVOICE: {
    en: "This is a {found}, no invoice or credit note.",
    nl: "Dit is een {found}, geen factuur of creditnota.",
  },
  NOT_A_STATEMENT: {
    en: "This is “{found}”, no bank statement. Download the statements as CAMT.053.",
    nl: "Dit is “{found}”, geen rekeningafschrift. Download de afschriften als CAMT.053.",
  },
  NOT_CSV: {
    en: "This is called CSV but is {found}. Export it again as CSV or XLSX.",
    nl: "Dit heet CSV maar is {found}. Exporteer het opnieuw als CSV of XLSX.",
  },
  NOT_XLSX: {
    en: "This is called XLSX but is {found}. Open it in a spreadsheet program and save it as XLSX.",
    nl: "Dit heet XLSX maar is {found}. Open het in een rekenprogramma en sla het op als XLSX.",
  },
  NO_TRANSACTIONS: {
    en: "The file holds no transactions. Check the period that was exported.",
    nl: "Het bestand bevat geen boekingen. Controleer de geëxporteerde periode.",
  },
  NUL_BYTE: {
    en: "The file holds NUL bytes: it is damaged, or no text. Export it again.",
    nl: "Het bestand bevat NUL-bytes: het is beschadigd, of geen tekst. Exporteer het opnieuw.",
  },
  NUMBER_AMBIGUOUS: {
    en: "In {field}, “{found}” can be a thousand or a decimal. Say which: {expected}.",
    nl: "In {field} kan “{found}” een duizendtal of een decimaal zijn. Zeg welke: {expected}.",
  },
  NUMBER_FORMAT: {
    en: "{field} is not a number: “{found}”. Correct it or leave the row out.",
    nl: "{field} is geen getal: “{found}”. Verbeter het of laat de rij weg.",
  },
  OB_LINES_COUNT_MISMATCH: {
    en: "The opening balance says it has {expected} lines, {found} were read. Export the file again.",
    nl: "De openingsbalans zegt {expected} regels te hebben, er zijn er {found} gelezen. Exporteer het bestand opnieuw.",
  },
  OLD_XLS: {
    en: "This is an old Excel file (.xls). Open it and save it as XLSX.",
    nl: "Dit is een oud Excel-bestand (.xls). Open het en sla het op als XLSX.",
  },
  PART_MISSING: {
    en: "The spreadsheet misses its part “{found}”. Save it again from the spreadsheet program.",
    nl: "Het rekenblad mist het onderdeel “{found}”. Sla het opnieuw op vanuit het rekenprogramma.",
  },
  PDF_DAMAGED: {
    en: "The PDF is damaged or is no PDF ({found}). Save or download it again.",
    nl: "De pdf is beschadigd of is geen pdf ({found}). Sla hem opnieuw op of download hem opnieuw.",
  },
  PDF_ENCRYPTED: {
    en: "The PDF is encrypted. Save it without a password, or ask for the invoice as XML.",
    nl: "De pdf is versleuteld. Sla hem op zonder wachtwoord, of vraag de factuur als XML.",
  },
  PDF_WITHOUT_INVOICE: {
    en: "There is no e-invoice in this PDF, only its picture. Ask for the invoice as UBL or Factur-X.",
    nl: "Er zit geen e-factuur in deze pdf, alleen het beeld ervan. Vraag de factuur als UBL of Factur-X.",
  },
  PROFORMA_INVOICE: {
    en: "This is a proforma invoice ({found}): nothing was sold yet. Leave it out unless it was invoiced.",
    nl: "Dit is een pro-formafactuur ({found}): er is nog niets verkocht. Laat hem weg, tenzij hij gefactureerd is.",
  },
  REPAIRED_AMPERSAND: {
    en: "Bare & characters were read as text.",
    nl: "Losse &-tekens zijn als tekst gelezen.",
  },
  REPAIRED_CONTROL_CHARACTER: {
    en: "Control characters that XML forbids were left out.",
    nl: "Stuurtekens die in XML niet mogen zijn weggelaten.",
  },
  REPAIRED_ENCODING: {
    en: "The file says it is {expected} but holds characters of {found}; they were read as {found}.",
    nl: "Het bestand zegt {expected} te zijn maar bevat tekens van {found}; ze zijn als {found} gelezen.",
  },
  REPAIRED_LEADING_SPACE: {
    en: "White space before the XML declaration was passed over.",
    nl: "Witruimte vóór de XML-declaratie is overgeslagen.",
  },
  REQUIRED: {
    en: "{field} is missing. Export the file again, or fill it in.",
    nl: "{field} ontbreekt. Exporteer het bestand opnieuw, of vul het in.",
  },
  SHARED_STRING: {
    en: "A cell refers to a text that the spreadsheet does not have ({found}). Save it again from the spreadsheet program.",
    nl: "Een cel verwijst naar een tekst die het rekenblad niet heeft ({found}). Sla het opnieuw op vanuit het rekenprogramma.",
  },
  SHEET_NAME: {
    en: "A sheet has no usable name (“{found}”). Rename it.",
    nl: "Een blad heeft geen bruikbare naam (“{found}”). Geef het een andere naam.",
  },
  TOTAL_CREDIT_MISMATCH: {
    en: "The credit amounts add up to {found}, the file says {expected}. It is not complete, or was changed: export it again.",
    nl: "De creditbedragen tellen op tot {found}, het bestand zegt {expected}. Het is niet compleet of gewijzigd: exporteer het opnieuw.",
  },
  TOTAL_DEBIT_MISMATCH: {
    en: "The debit amounts add up to {found}, the file says {expected}. It is not complete, or was changed: export it again.",
    nl: "De debetbedragen tellen op tot {found}, het bestand zegt {expected}. Het is niet compleet of gewijzigd: exporteer het opnieuw.",
  },
  TRANSACTION_UNBALANCED: {
    en: "Transaction {found} does not balance. Look at it in the bookkeeping package.",
    nl: "Boeking {found} is niet in evenwicht. Bekijk hem in het boekhoudpakket.",
  },
  UNEXPECTED_ELEMENT: {
    en: "“{found}” does not belong here. Export the file again from the bookkeeping package.",
    nl: "“{found}” hoort hier niet. Exporteer het bestand opnieuw uit het boekhoudpakket.",
  },
  UNKNOWN_ACCOUNT: {
    en: "A line is booked on account {found}, which the ledger in this file does not have.",
    nl: "Een regel is geboekt op rekening {found}, die het grootboek in dit bestand niet heeft.",
  },
  UNKNOWN_ELEMENT: {
    en: "“{found}” is not part of the format and was passed over.",
    nl: "“{found}” hoort niet bij het formaat en is overgeslagen.",
  },
  UNKNOWN_FORMAT: {
    en: "Koers does not know this kind of file. It reads audit files (XAF), e-invoices (UBL, CII, Factur-X), CAMT.053, CSV and XLSX.",
    nl: "Koers kent dit soort bestand niet. Het leest auditfiles (XAF), e-facturen (UBL, CII, Factur-X), CAMT.053, CSV en XLSX.",
  },
  UNKNOWN_RELATION: {
    en: "A line belongs to relation {found}, which the list in this file does not have.",
    nl: "Een regel hoort bij relatie {found}, die de lijst in dit bestand niet heeft.",
  },
  VERSION: {
    en: "This version of the format is not known ({found}); it was read as the nearest one.",
    nl: "Deze versie van het formaat is niet bekend ({found}); gelezen als de dichtstbijzijnde.",
  },
  XML_NOT_WELL_FORMED: {
    en: "The XML is broken here: {found}. Export the file again.",
    nl: "De XML is hier stuk: {found}. Exporteer het bestand opnieuw.",
  },
  XML_TOO_DEEP: {
    en: "The XML is nested deeper than any real file ({expected} levels at most).",
    nl: "De XML is dieper genest dan enig echt bestand (hoogstens {expected} niveaus).",
  },
  XML_TRUNCATED: {
    en: "The file stops in the middle. Export or copy it again.",
    nl: "Het bestand houdt halverwege op. Exporteer of kopieer het opnieuw.",
  },
  ZIP_CRC: {
    en: "This file in the archive is damaged: its check sum is wrong. Save or copy the archive again.",
    nl: "Dit bestand in het archief is beschadigd: de controlesom klopt niet. Sla het archief opnieuw op of kopieer het opnieuw.",
  },
  ZIP_DUPLICATE: {
    en: "The archive holds two files of this name, so it is not clear which one counts. Make the archive again.",
    nl: "Het archief bevat twee bestanden met deze naam, dus is niet duidelijk welk telt. Maak het archief opnieuw.",
  },
  ZIP_ENCRYPTED: {
    en: "The archive is locked with a password. Make it again without one.",
    nl: "Het archief is met een wachtwoord vergrendeld. Maak het opnieuw zonder wachtwoord.",
  },
  ZIP_METHOD: {
    en: "This file in the archive is packed in a way that Koers does not know ({found}). Make the archive again as an ordinary ZIP.",
    nl: "Dit bestand in het archief is ingepakt op een manier die Koers niet kent ({found}). Maak het archief opnieuw als gewone zip.",
  },
  ZIP_OVERLAP: {
    en: "Files in this archive lie over each other, which no ordinary program makes. Make the archive again.",
    nl: "Bestanden in dit archief liggen over elkaar heen; dat maakt geen gewoon programma. Maak het archief opnieuw.",
  },
  ZIP_PATH: {
    en: "The archive holds an entry with a path that is not allowed: “{found}”.",
    nl: "Het archief bevat een onderdeel met een pad dat niet mag: “{found}”.",
  },
  ZIP_SIZE_MISMATCH: {
    en: "“{found}” is not as large as the archive says. Make the archive again.",
    nl: "“{found}” is niet zo groot als het archief zegt. Maak het archief opnieuw.",
  },
  ZIP_TOO_LARGE: {
    en: "The file becomes too large when unpacked ({found}, at most {expected}).",
    nl: "Het bestand wordt uitgepakt te groot ({found}, hoogstens {expected}).",
  },
  ZIP_TRUNCATED: {
    en: "The archive stops in the middle, or is damaged. Save or copy it again.",
    nl: "Het archief houdt halverwege op, of is beschadigd. Sla het opnieuw op of kopieer het opnieuw.",
  },
} as const satisfies Record<string, Phrase>;

/** Where in a file, in front of the sentence. */
export const places = {
  line: { en: "line {line}", nl: "regel {line}" },
  lineColumn: { en: "line {line}, column {column}", nl: "regel {line}, kolom {column}" },
  row: { en: "row {row}", nl: "rij {row}" },
  cell: { en: "cell {cell}", nl: "cel {cell}" },
  sheetCell: { en: "sheet {sheet}, cell {cell}", nl: "blad {sheet}, cel {cell}" },
  entry: { en: "{entry}: ", nl: "{entry}: " },
  more: {
    en: "({count, plural, one {once} other {# times}} in this file)",
    nl: "({count, plural, one {één keer} other {# keer}} in dit bestand)",
  },
} as const satisfies Record<string, Phrase>;
