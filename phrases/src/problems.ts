import type { FileProblemCode } from "@koers/contract";
import type { Phrase } from "./phrase.ts";

/**
 * A sentence for every problem of a file: what is wrong and what to do. The place stands in front of it.
 * Arguments: field, found and expected (empty where the problem has none; hasField, hasFound and
 * hasExpected then say "no"), severity, and count (at least 1).
 */
export const problems = {
  AMNT_TP: {
    en: "{field} must say debit or credit{hasExpected, select, yes { ({expected})} other {}}{hasFound, select, yes {, found “{found}”} other {}}. Export the file again.",
    nl: "{field} moet debet of credit zeggen{hasExpected, select, yes { ({expected})} other {}}{hasFound, select, yes {, gevonden “{found}”} other {}}. Exporteer het bestand opnieuw.",
  },
  AMOUNT_FORMAT: {
    en: "{field} is not an amount: “{found}”.{hasExpected, select, yes { Expected something like {expected}.} other {}} Correct it or export the file again.",
    nl: "{field} is geen bedrag: “{found}”.{hasExpected, select, yes { Verwacht iets als {expected}.} other {}} Verbeter het of exporteer het bestand opnieuw.",
  },
  AMOUNT_ROUNDED: {
    en: "{field} has amounts finer than a cent, such as “{found}”. They are rounded to whole cents; nothing to do if that is right.",
    nl: "{field} heeft bedragen met meer dan twee decimalen, zoals “{found}”. Ze zijn afgerond op hele centen; als dat klopt hoeft u niets te doen.",
  },
  ARCHIVE_ENTRY_SKIPPED: {
    en: "This file in the archive holds no invoice and is passed over{hasFound, select, yes { ({found})} other {}}.",
    nl: "Dit bestand in het archief bevat geen factuur en wordt overgeslagen{hasFound, select, yes { ({found})} other {}}.",
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
    en: "The balances of this statement cannot be checked{hasFound, select, yes {: they are in several currencies ({found})} other {: one of them is missing}}. Look whether the statement is complete.",
    nl: "De saldi van dit afschrift zijn niet te controleren{hasFound, select, yes {: ze staan in meer valuta's ({found})} other {: er ontbreekt er een}}. Kijk of het afschrift volledig is.",
  },
  BATCH_NOT_SPLIT: {
    en: "The parts of this batch come to {found}, the entry says {expected}. It is kept as one payment.",
    nl: "De delen van deze verzamelboeking komen uit op {found}, de boeking zegt {expected}. Ze blijft één betaling.",
  },
  BOOLEAN_FORMAT: {
    en: "{field} is neither yes nor no: “{found}”. It counts as unknown; correct it if it matters.",
    nl: "{field} is geen ja en geen nee: “{found}”. Het telt als onbekend; verbeter het als het ertoe doet.",
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
    en: "{field} “{found}” is not a type of document that goes with this file{hasExpected, select, yes { (expected {expected})} other {}}. Ask the sender for a correct invoice.",
    nl: "{field} “{found}” is geen documentsoort die bij dit bestand past{hasExpected, select, yes { (verwacht {expected})} other {}}. Vraag de afzender om een juiste factuur.",
  },
  "BR-CL-03": {
    en: "{field} is in “{found}”, which is not a currency (ISO 4217, such as EUR). Ask the sender for a correct invoice.",
    nl: "{field} staat in “{found}”; dat is geen valuta (ISO 4217, zoals EUR). Vraag de afzender om een juiste factuur.",
  },
  "BR-CL-04": {
    en: "{field} “{found}” is not a currency (ISO 4217, such as EUR). Ask the sender for a correct invoice.",
    nl: "{field} “{found}” is geen valuta (ISO 4217, zoals EUR). Vraag de afzender om een juiste factuur.",
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
    en: "{hasExpected, select, yes {Cell {found} lies past {expected}, the last column that Koers reads. Remove what stands beyond it and save the file again.} other {“{found}” is not a cell of a spreadsheet. Save the file again from the spreadsheet program.}}",
    nl: "{hasExpected, select, yes {Cel {found} ligt voorbij {expected}, de laatste kolom die Koers leest. Haal weg wat erachter staat en sla het bestand opnieuw op.} other {“{found}” is geen cel van een rekenblad. Sla het bestand opnieuw op vanuit het rekenprogramma.}}",
  },
  COLUMN_MISSING: {
    en: "No column is read as {field}. Choose the column that holds it, or export the file with it.",
    nl: "Geen kolom wordt gelezen als {field}. Kies de kolom waar het in staat, of exporteer het bestand met die kolom.",
  },
  CONFLICTING_ACCOUNT: {
    en: "Account {found} stands in the ledger twice, with different types. Correct it in the bookkeeping package.",
    nl: "Rekening {found} staat twee keer in het grootboek, met verschillende soorten. Herstel dit in het boekhoudpakket.",
  },
  CONTROL_COUNT_MISMATCH: {
    en: "There are {found} entries, the statement says {expected}{hasField, select, yes { ({field})} other {}}. It is not complete: download it again.",
    nl: "Er zijn {found} boekingen, het afschrift zegt {expected}{hasField, select, yes { ({field})} other {}}. Het is niet volledig: download het opnieuw.",
  },
  CONTROL_SUM_MISMATCH: {
    en: "The entries add up to {found}, the statement says {expected}{hasField, select, yes { ({field})} other {}}. It is not complete: download it again.",
    nl: "De boekingen tellen op tot {found}, het afschrift zegt {expected}{hasField, select, yes { ({field})} other {}}. Het is niet volledig: download het opnieuw.",
  },
  CONTROL_TOTAL_MISSING: {
    en: "The control total {field} is missing, so nobody can tell whether the file is complete. Export it again.",
    nl: "Het controletotaal {field} ontbreekt, dus is niet te zeggen of het bestand volledig is. Exporteer het opnieuw.",
  },
  CREDIT_NOTE_NEGATIVE: {
    en: "This credit note has a negative total ({found}), so it raises revenue. Check that this is meant.",
    nl: "Deze creditnota heeft een negatief totaal ({found}) en verhoogt dus de omzet. Controleer of dat de bedoeling is.",
  },
  CSV_COLUMN_COUNT: {
    en: "This row has {found} columns, the header has {expected}. Probably a delimiter stands inside a value without quotation marks; correct the row.",
    nl: "Deze rij heeft {found} kolommen, de kop heeft er {expected}. Waarschijnlijk staat er een scheidingsteken in een waarde zonder aanhalingstekens; verbeter de rij.",
  },
  CSV_HEADER_DUPLICATE: {
    en: "{hasField, select, yes {Two columns are both called “{field}”} other {Two columns have no name}}. Give each column a name of its own.",
    nl: "{hasField, select, yes {Twee kolommen heten allebei “{field}”} other {Twee kolommen hebben geen naam}}. Geef elke kolom een eigen naam.",
  },
  CSV_QUOTE: {
    en: "A quotation mark is not closed, or stands in the middle of a value. Save the file again as CSV.",
    nl: "Een aanhalingsteken is niet gesloten, of staat midden in een waarde. Sla het bestand opnieuw op als CSV.",
  },
  CURRENCY_FORMAT: {
    en: "{field} “{found}” is not a currency code (three capitals, such as {expected}). Export the file again.",
    nl: "{field} “{found}” is geen valutacode (drie hoofdletters, zoals {expected}). Exporteer het bestand opnieuw.",
  },
  CURRENCY_MISMATCH: {
    en: "{field} is in {found}, the invoice in {expected}. Ask the sender for a correct invoice.",
    nl: "{field} staat in {found}, de factuur in {expected}. Vraag de afzender om een juiste factuur.",
  },
  CURRENCY_NOT_OWN: {
    en: "{hasFound, select, yes {Amounts in {found} are} other {Amounts in another currency are}} kept apart: Koers converts nothing. Nothing to do if that is right.",
    nl: "{hasFound, select, yes {Bedragen in {found} blijven} other {Bedragen in een andere valuta blijven}} apart staan: Koers rekent niets om. Als dat klopt hoeft u niets te doen.",
  },
  CURRENCY_UNKNOWN: {
    en: "{field} says “{found}”, which is not a currency (such as EUR). Correct it or leave the column out.",
    nl: "{field} zegt “{found}”; dat is geen valuta (zoals EUR). Verbeter het of laat de kolom weg.",
  },
  CUSTOMER_UNKNOWN: {
    en: "No revenue per customer can be had from this file. Bring the sales invoices as well.",
    nl: "Uit dit bestand is geen omzet per klant te halen. Lever ook de verkoopfacturen aan.",
  },
  DATE_AMBIGUOUS: {
    en: "In {field}, “{found}” can be read with the day or the month first. Say which: {expected}.",
    nl: "In {field} kan “{found}” met de dag of met de maand voorop worden gelezen. Zeg welke: {expected}.",
  },
  DATE_FORMAT: {
    en: "{field} is not a date{hasFound, select, yes {: “{found}”} other {}}. Correct it or export the file again.",
    nl: "{field} is geen datum{hasFound, select, yes {: “{found}”} other {}}. Verbeter dit of exporteer het bestand opnieuw.",
  },
  DATE_FUTURE: {
    en: "{field} lies in the future: {found}. Check whether it is a typing error.",
    nl: "{field} ligt in de toekomst: {found}. Controleer of dit een typefout is.",
  },
  DATE_OUTSIDE_YEAR: {
    en: "{field} {found} lies outside the financial year ({expected}). Check it in the bookkeeping package.",
    nl: "{field} {found} valt buiten het boekjaar ({expected}). Controleer dit in het boekhoudpakket.",
  },
  DTD_NOT_ALLOWED: {
    en: "The file defines its own entities (DOCTYPE). Such files can do harm and are refused; real exports have none. Export it again.",
    nl: "Het bestand definieert eigen entiteiten (DOCTYPE). Zulke bestanden kunnen schade doen en worden geweigerd; echte exports hebben dit niet. Exporteer het opnieuw.",
  },
  DUPLICATE_ACCOUNT: {
    en: "Account {found} stands in the ledger twice, with the same type. It is read once.",
    nl: "Rekening {found} staat twee keer in het grootboek, met dezelfde soort. Hij is één keer gelezen.",
  },
  DUPLICATE_ELEMENT: {
    en: "{field} stands here twice, so it is not clear which one counts. Export the file again.",
    nl: "{field} staat hier twee keer, dus is niet duidelijk welke telt. Exporteer het bestand opnieuw.",
  },
  DUPLICATE_INVOICE: {
    en: "{hasExpected, select, yes {Invoice {field} is also in {expected}; it counts once. If the two differ, take one of them out.} other {The same number in {field} stands on several rows ({count}); each row counts as an invoice. If they are lines of one invoice, read the file as invoice lines.}}",
    nl: "{hasExpected, select, yes {Factuur {field} zit ook in {expected}; hij telt één keer. Haal er een uit als de twee verschillen.} other {Hetzelfde nummer in {field} staat op meer rijen ({count}); elke rij telt als factuur. Zijn het regels van één factuur, lees het bestand dan als factuurregels.}}",
  },
  DUPLICATE_LINE_NR: {
    en: "Line number {found} occurs twice in one transaction. Both lines are read.",
    nl: "Regelnummer {found} komt twee keer voor in één boeking. Beide regels zijn gelezen.",
  },
  DUPLICATE_RELATION: {
    en: "Relation {found} stands in the list twice. The first one is used; merge them in the bookkeeping package.",
    nl: "Relatie {found} staat twee keer in de lijst. De eerste is gebruikt; voeg ze samen in het boekhoudpakket.",
  },
  EMPTY: {
    en: "The file is empty, or has a header and no rows. Export it again.",
    nl: "Het bestand is leeg, of heeft een kop en geen rijen. Exporteer het opnieuw.",
  },
  EMPTY_OR_NOT_XML: {
    en: "This is not an XML file, or it is empty. Export it again from the package that it comes from.",
    nl: "Dit is geen XML-bestand, of het is leeg. Exporteer het opnieuw uit het pakket waar het vandaan komt.",
  },
  ENCODING: {
    en: "The file does not say how its characters are written; it is read as {found}. Look whether letters such as é are right; if not, save it as UTF-8.",
    nl: "Het bestand zegt niet hoe de tekens zijn geschreven; het is gelezen als {found}. Kijk of letters als é kloppen; zo niet, sla het op als UTF-8.",
  },
  ENCODING_INVALID_BYTES: {
    en: "The file holds bytes that are not characters{hasExpected, select, yes { in {expected}} other {}}. Export it again, or save it as UTF-8.",
    nl: "Het bestand bevat bytes die{hasExpected, select, yes { in {expected}} other {}} geen tekens zijn. Exporteer het opnieuw, of sla het op als UTF-8.",
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
    en: "{hasField, select, yes {{field}} other {A text}} is too long{hasExpected, select, yes {: at most {expected} characters} other {}}. Shorten it, or export the file again.",
    nl: "{hasField, select, yes {{field}} other {Een tekst}} is te lang{hasExpected, select, yes {: hoogstens {expected} tekens} other {}}. Kort dit in, of exporteer het bestand opnieuw.",
  },
  FILE_TOO_LARGE: {
    en: "The file is too large{hasField, select, yes { (at {field})} other {}}: {found}, at most {expected}. Export a shorter period.",
    nl: "Het bestand is te groot{hasField, select, yes { (bij {field})} other {}}: {found}, hoogstens {expected}. Exporteer een kortere periode.",
  },
  FORMULA_NO_VALUE: {
    en: "The cell has a formula without a stored value in {field}. Open the file in a spreadsheet program and save it again.",
    nl: "De cel heeft een formule zonder opgeslagen waarde in {field}. Open het bestand in een rekenprogramma en sla het opnieuw op.",
  },
  FORMULA_VALUE_USED: {
    en: "{count, plural, one {A cell holds a formula} other {# cells hold formulas}}; the values stored with them are used. If they may be out of date, open the file in a spreadsheet program and save it again.",
    nl: "{count, plural, one {Een cel bevat een formule} other {# cellen bevatten formules}}; de waarden die erbij zijn opgeslagen zijn gebruikt. Zijn die misschien verouderd, open het bestand dan in een rekenprogramma en sla het opnieuw op.",
  },
  INVOICE_NOT_OURS: {
    en: "{count, plural, one {An invoice ({found}) names} other {# invoices (the first is {found}) name}} you neither as seller nor as buyer; read as your sales. Check your own KvK number and VAT id in Settings.",
    nl: "{count, plural, one {Een factuur ({found}) noemt} other {# facturen (de eerste is {found}) noemen}} u niet als verkoper en niet als koper; gelezen als uw verkoop. Controleer uw eigen KvK-nummer en btw-id in Instellingen.",
  },
  LINES_COUNT_FORMAT: {
    en: "{field} is not a whole number: “{found}”. Export the file again.",
    nl: "{field} is geen geheel getal: “{found}”. Exporteer het bestand opnieuw.",
  },
  LINES_COUNT_MISMATCH: {
    en: "The file says it has {expected} lines, {found} were read. It is not complete, or was changed: export it again.",
    nl: "Het bestand zegt {expected} regels te hebben, er zijn er {found} gelezen. Het is niet volledig, of gewijzigd: exporteer het opnieuw.",
  },
  MAPPING: {
    en: "Column “{found}” cannot be read as {field}: the file has no such column, or its subject has no such field. Choose again.",
    nl: "Kolom “{found}” kan niet worden gelezen als {field}: het bestand heeft die kolom niet, of dit onderwerp heeft dat veld niet. Kies opnieuw.",
  },
  NAMESPACE: {
    en: "{field} is written in a vocabulary that Koers does not know (“{found}”). Export an audit file as XAF 3.2 or 4.0, an invoice as UBL 2.1, a statement as CAMT.053.",
    nl: "{field} is geschreven in een vocabulaire dat Koers niet kent (“{found}”). Exporteer een auditfile als XAF 3.2 of 4.0, een factuur als UBL 2.1, een afschrift als CAMT.053.",
  },
  NET_MISSING: {
    en: "{count, plural, one {One invoice says} other {# invoices say}} only what {count, plural, one {it comes} other {they come}} to including VAT, and {count, plural, one {counts} other {count}} as no revenue. Export the list with the amount excluding VAT, or with the VAT beside it, and import it again.",
    nl: "{count, plural, one {Eén factuur noemt} other {# facturen noemen}} alleen het bedrag inclusief btw en {count, plural, one {telt} other {tellen}} niet mee als omzet. Exporteer de lijst met het bedrag exclusief btw, of met de btw ernaast, en importeer die opnieuw.",
  },
  NOT_AN_INVOICE: {
    en: "This is “{found}”, not an invoice or credit note. Leave the file out.",
    nl: "Dit is “{found}”, geen factuur of creditnota. Laat het bestand weg.",
  },
  NOT_A_STATEMENT: {
    en: "This is “{found}”, not a bank statement. Download the statements as CAMT.053.",
    nl: "Dit is “{found}”, geen rekeningafschrift. Download de afschriften als CAMT.053.",
  },
  NOT_CSV: {
    en: "This file is called CSV but holds something else. Export it again as CSV or XLSX.",
    nl: "Dit bestand heet CSV maar bevat iets anders. Exporteer het opnieuw als CSV of XLSX.",
  },
  NOT_XLSX: {
    en: "This file is called XLSX but holds something else. Open it in a spreadsheet program and save it as XLSX.",
    nl: "Dit bestand heet XLSX maar bevat iets anders. Open het in een rekenprogramma en sla het op als XLSX.",
  },
  NO_TRANSACTIONS: {
    en: "The file holds no transactions. Check the period that was exported.",
    nl: "Het bestand bevat geen boekingen. Controleer de geëxporteerde periode.",
  },
  NUL_BYTE: {
    en: "The file holds NUL bytes: it is damaged, or not a text file. Export it again.",
    nl: "Het bestand bevat NUL-bytes: het is beschadigd, of geen tekstbestand. Exporteer het opnieuw.",
  },
  NUMBER_AMBIGUOUS: {
    en: "In {field}, the sign in “{found}” can mark thousands or decimals. Say which: {expected}.",
    nl: "In {field} kan het teken in “{found}” duizendtallen of decimalen aangeven. Zeg welke: {expected}.",
  },
  NUMBER_FORMAT: {
    en: "{field} is not a number: “{found}”. Correct it or leave the row out.",
    nl: "{field} is geen getal: “{found}”. Verbeter het of laat de rij weg.",
  },
  OB_LINES_COUNT_MISMATCH: {
    en: "The opening balance says it has {expected} lines, {found} were read. Export the file again.",
    nl: "De openingsbalans zegt {expected} regels te hebben, er zijn er {found} gelezen. Exporteer het bestand opnieuw.",
  },
  OB_TOTAL_CREDIT_MISMATCH: {
    en: "The credit amounts of the opening balance add up to {found}, the file says {expected}. Export it again.",
    nl: "De creditbedragen van de openingsbalans tellen op tot {found}, het bestand zegt {expected}. Exporteer het opnieuw.",
  },
  OB_TOTAL_DEBIT_MISMATCH: {
    en: "The debit amounts of the opening balance add up to {found}, the file says {expected}. Export it again.",
    nl: "De debetbedragen van de openingsbalans tellen op tot {found}, het bestand zegt {expected}. Exporteer het opnieuw.",
  },
  OLDER_THAN_PRESENT: {
    en: "You already have newer books of this administration and year. Import this file only if it must take their place.",
    nl: "U hebt al nieuwere boeken van deze administratie en dit jaar. Importeer dit bestand alleen als het die moet vervangen.",
  },
  OLD_XLS: {
    en: "This is an old Excel file (.xls). Open it and save it as XLSX.",
    nl: "Dit is een oud Excel-bestand (.xls). Open het en sla het op als XLSX.",
  },
  PART_MISSING: {
    en: "This part of the spreadsheet file is missing. Save it again from the spreadsheet program.",
    nl: "Dit onderdeel van het rekenblad ontbreekt. Sla het opnieuw op vanuit het rekenprogramma.",
  },
  PAYMENTS_UNMATCHED: {
    en: "{count, plural, one {One payment belongs} other {# payments belong}} to no invoice that Koers knows, and {count, plural, one {is} other {are}} left out of the days outstanding. Import the invoices first if they are missing.",
    nl: "{count, plural, one {Eén betaling hoort} other {# betalingen horen}} bij geen factuur die Koers kent en {count, plural, one {telt} other {tellen}} niet mee in de betaaltermijn. Importeer eerst de facturen als die ontbreken.",
  },
  PDF_DAMAGED: {
    en: "The PDF is damaged, or is not a PDF ({found}). Save or download it again.",
    nl: "De pdf is beschadigd, of is geen pdf ({found}). Sla hem opnieuw op of download hem opnieuw.",
  },
  PDF_ENCRYPTED: {
    en: "The PDF is encrypted. Save it without a password, or ask for the invoice as XML.",
    nl: "De pdf is versleuteld. Sla hem op zonder wachtwoord, of vraag de factuur als XML.",
  },
  PDF_WITHOUT_INVOICE: {
    en: "There is no e-invoice in this PDF, only its picture. Ask for the invoice as UBL or Factur-X.",
    nl: "Er zit geen e-factuur in deze pdf, alleen het beeld ervan. Vraag de factuur als UBL of Factur-X.",
  },
  PERIOD_FORMAT: {
    en: "{field} “{found}” is not a period of the financial year (expected {expected}). The date counts; check the period in the bookkeeping package.",
    nl: "{field} “{found}” is geen periode van het boekjaar (verwacht {expected}). De datum telt; controleer de periode in het boekhoudpakket.",
  },
  PROFORMA_INVOICE: {
    en: "This is a proforma invoice ({found}): nothing was sold yet. Leave it out unless it was invoiced.",
    nl: "Dit is een pro-formafactuur ({found}): er is nog niets verkocht. Laat hem weg, tenzij hij gefactureerd is.",
  },
  PURCHASE_INVOICE: {
    en: "{count, plural, one {An invoice ({found}) was} other {# invoices (the first is {found}) were}} sent to you, so {count, plural, one {it is a purchase and is} other {they are purchases and are}} left out. Bring the invoices that you sent.",
    nl: "{count, plural, one {Een factuur ({found}) is} other {# facturen (de eerste is {found}) zijn}} aan u gericht: dat is inkoop en blijft buiten beschouwing. Lever de facturen aan die u zelf hebt verstuurd.",
  },
  REPAIRED_AMPERSAND: {
    en: "Bare & characters were read as text. Check the names in which they stand.",
    nl: "Losse &-tekens zijn als tekst gelezen. Controleer de namen waar ze in staan.",
  },
  REPAIRED_CONTROL_CHARACTER: {
    en: "Control characters that XML forbids were left out. Check the texts in which they stood.",
    nl: "Stuurtekens die in XML niet mogen zijn weggelaten. Controleer de teksten waar ze in stonden.",
  },
  REPAIRED_ENCODING: {
    en: "The file says it is {expected} but holds characters of {found}; they were read as {found}. Check names with letters such as é.",
    nl: "Het bestand zegt {expected} te zijn maar bevat tekens van {found}; ze zijn als {found} gelezen. Controleer namen met letters als é.",
  },
  REPAIRED_LEADING_SPACE: {
    en: "White space before the XML declaration was passed over.",
    nl: "Witruimte vóór de XML-declaratie is overgeslagen.",
  },
  REQUIRED: {
    en: "{field} is missing. Export the file again, or fill it in.",
    nl: "{field} ontbreekt. Exporteer het bestand opnieuw, of vul het in.",
  },
  REVENUE_UNATTRIBUTED: {
    en: "{count, plural, one {One line of revenue names} other {# lines of revenue name}} no customer. They count in the total and with no customer; see below on which accounts they stand.",
    nl: "{count, plural, one {Eén omzetregel noemt} other {# omzetregels noemen}} geen klant. Ze tellen mee in het totaal en bij geen klant; zie hieronder op welke rekeningen ze staan.",
  },
  ROWS_LEFT_OUT: {
    en: "{count, plural, one {One row says} other {# rows say}} that {count, plural, one {it is} other {they are}} no sale (a payment, a draft or a cancelled document, say) and {count, plural, one {is} other {are}} left out.",
    nl: "{count, plural, one {Eén rij zegt} other {# rijen zeggen}} geen verkoop te zijn (een betaling, concept of vervallen document bijvoorbeeld) en {count, plural, one {blijft} other {blijven}} buiten beschouwing.",
  },
  ROWS_SKIPPED: {
    en: "{count, plural, one {One row} other {# rows}} {severity, select, flag {looked like a total and {count, plural, one {was} other {were}} left out. Check that no sale is among them.} other {without data (blank lines, headings, totals) {count, plural, one {was} other {were}} passed over.}}",
    nl: "{count, plural, one {Eén rij} other {# rijen}} {severity, select, flag {{count, plural, one {leek} other {leken}} een totaal en {count, plural, one {is} other {zijn}} weggelaten. Controleer of er geen verkoop tussen zit.} other {zonder gegevens (lege regels, koppen, totalen) {count, plural, one {is} other {zijn}} overgeslagen.}}",
  },
  SHARED_STRING: {
    en: "A cell refers to a text that the spreadsheet does not have ({found}). Save it again from the spreadsheet program.",
    nl: "Een cel verwijst naar een tekst die het rekenblad niet heeft ({found}). Sla het opnieuw op vanuit het rekenprogramma.",
  },
  SHEETS_NOT_READ: {
    en: "{count, plural, one {Another sheet was} other {# other sheets were}} not read: {found}. Choose the sheet that is meant, or save each as a file of its own.",
    nl: "{count, plural, one {Een ander blad is} other {# andere bladen zijn}} niet gelezen: {found}. Kies het blad dat bedoeld is, of sla elk op als een eigen bestand.",
  },
  SHEET_NAME: {
    en: "{hasExpected, select, yes {There is no sheet “{found}”. Choose one of: {expected}.} other {A sheet has a name that cannot be used (“{found}”). Rename it in the spreadsheet program.}}",
    nl: "{hasExpected, select, yes {Er is geen blad “{found}”. Kies uit: {expected}.} other {Een blad heeft een naam die niet kan (“{found}”). Geef het een andere naam in het rekenprogramma.}}",
  },
  SPLIT_PART_MISSING: {
    en: "This is {hasFound, select, yes {part {found}} other {a part}} of an audit file in several parts, without part {expected}. Choose all parts together.",
    nl: "Dit is {hasFound, select, yes {deel {found}} other {een deel}} van een auditfile in meer delen, zonder deel {expected}. Kies alle delen tegelijk.",
  },
  SUBJECT_UNDECIDED: {
    en: "Neither headers nor content tell what the rows of this file are. Say which: {expected}.",
    nl: "Koppen en inhoud zeggen niet wat de rijen van dit bestand zijn. Zeg welke: {expected}.",
  },
  TOTAL_CREDIT_MISMATCH: {
    en: "The credit amounts add up to {found}, the file says {expected}. It is not complete, or was changed: export it again.",
    nl: "De creditbedragen tellen op tot {found}, het bestand zegt {expected}. Het is niet volledig, of gewijzigd: exporteer het opnieuw.",
  },
  TOTAL_DEBIT_MISMATCH: {
    en: "The debit amounts add up to {found}, the file says {expected}. It is not complete, or was changed: export it again.",
    nl: "De debetbedragen tellen op tot {found}, het bestand zegt {expected}. Het is niet volledig, of gewijzigd: exporteer het opnieuw.",
  },
  TRANSACTION_UNBALANCED: {
    en: "Debit and credit differ in transaction {found}. Look at it in the bookkeeping package.",
    nl: "Debet en credit verschillen in boeking {found}. Bekijk de boeking in het boekhoudpakket.",
  },
  UNEXPECTED_ELEMENT: {
    en: "{field} does not belong here{hasExpected, select, yes { (meant is {expected}?)} other {}}. Export the file again from the bookkeeping package.",
    nl: "{field} hoort hier niet{hasExpected, select, yes { (bedoeld is {expected}?)} other {}}. Exporteer het bestand opnieuw uit het boekhoudpakket.",
  },
  UNEXPECTED_TEXT: {
    en: "In {field} stands text that does not belong there: “{found}”. It was passed over; export the file again if it matters.",
    nl: "In {field} staat tekst die daar niet hoort: “{found}”. Die is overgeslagen; exporteer het bestand opnieuw als het ertoe doet.",
  },
  UNKNOWN_ACCOUNT: {
    en: "A line is booked on account {found}, which the ledger in this file does not have. Export the file again with all accounts.",
    nl: "Een regel is geboekt op rekening {found}, die het grootboek in dit bestand niet heeft. Exporteer het bestand opnieuw met alle rekeningen.",
  },
  UNKNOWN_ACCOUNT_TYPE: {
    en: "{field}{hasFound, select, yes { “{found}”} other {}} does not say whether this account belongs to the balance sheet or to profit and loss (expected {expected}). Check below what the account counts as.",
    nl: "{field}{hasFound, select, yes { “{found}”} other {}} zegt niet of deze rekening bij de balans of bij winst en verlies hoort (verwacht {expected}). Controleer hieronder hoe de rekening meetelt.",
  },
  UNKNOWN_ELEMENT: {
    en: "{field} is not part of the format and was passed over. Nothing to do if you do not miss it.",
    nl: "{field} hoort niet bij het formaat en is overgeslagen. Als u het niet mist hoeft u niets te doen.",
  },
  UNKNOWN_FORMAT: {
    en: "Koers does not know this kind of file. It reads audit files (XAF), e-invoices (UBL, CII, Factur-X), CAMT.053, CSV and XLSX.",
    nl: "Koers kent dit soort bestand niet. Het leest auditfiles (XAF), e-facturen (UBL, CII, Factur-X), CAMT.053, CSV en XLSX.",
  },
  UNKNOWN_RELATION: {
    en: "A line belongs to relation {found}, which the list in this file does not have. Export the file again with all relations.",
    nl: "Een regel hoort bij relatie {found}, die de lijst in dit bestand niet heeft. Exporteer het bestand opnieuw met alle relaties.",
  },
  VAT_UNDECIDED: {
    en: "The file does not say whether amounts in {field}{hasFound, select, yes { (such as “{found}”)} other {}} include VAT. Say which: {expected}.",
    nl: "Het bestand zegt niet of bedragen in {field}{hasFound, select, yes { (zoals “{found}”)} other {}} inclusief btw zijn. Zeg welke: {expected}.",
  },
  VERSION: {
    en: "This version of the format is not known ({found}){hasExpected, select, yes {. Export the file as version {expected}.} other {; it is read as the nearest one that is. Check the figures.}}",
    nl: "Deze versie van het formaat is niet bekend ({found}){hasExpected, select, yes {. Exporteer het bestand als versie {expected}.} other {; gelezen als de dichtstbijzijnde die dat wel is. Controleer de cijfers.}}",
  },
  XML_NOT_WELL_FORMED: {
    en: "The XML is broken here{hasFound, select, yes { (“{found}”)} other {}}. Export the file again.",
    nl: "De XML is hier stuk{hasFound, select, yes { (“{found}”)} other {}}. Exporteer het bestand opnieuw.",
  },
  XML_TOO_DEEP: {
    en: "The XML is nested deeper than in any real file{hasExpected, select, yes { (at most {expected} levels)} other {}}. Export the file again.",
    nl: "De XML is dieper genest dan in enig echt bestand{hasExpected, select, yes { (hoogstens {expected} niveaus)} other {}}. Exporteer het bestand opnieuw.",
  },
  XML_TOO_MANY_ATTRIBUTES: {
    en: "{hasField, select, yes {{field}} other {An element}} has {found} attributes, at most {expected} are read; real exports have far fewer. Export the file again.",
    nl: "{hasField, select, yes {{field}} other {Een element}} heeft {found} attributen, hoogstens {expected} worden gelezen; echte exports hebben er veel minder. Exporteer het bestand opnieuw.",
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
    en: "A file in this archive has a name that is not allowed{hasFound, select, yes { (“{found}”)} other {}}. Make the archive again.",
    nl: "Een bestand in dit archief heeft een naam die niet mag{hasFound, select, yes { (“{found}”)} other {}}. Maak het archief opnieuw.",
  },
  ZIP_SIZE_MISMATCH: {
    en: "This file in the archive is {found} bytes large, the archive says {expected}. Make the archive again.",
    nl: "Dit bestand in het archief is {found} bytes groot, het archief zegt {expected}. Maak het archief opnieuw.",
  },
  ZIP_TOO_LARGE: {
    en: "{field, select, entries {The archive holds {found} files, at most {expected}} ratio {This file grows {found} times when unpacked, at most {expected}} other {The archive becomes too large when unpacked ({found})}}. Hand over the files in it one by one.",
    nl: "{field, select, entries {Het archief bevat {found} bestanden, hoogstens {expected}} ratio {Dit bestand wordt uitgepakt {found} keer zo groot, hoogstens {expected}} other {Het archief wordt uitgepakt te groot ({found})}}. Geef de bestanden erin een voor een.",
  },
  ZIP_TRUNCATED: {
    en: "The archive stops in the middle, or is damaged. Save or copy it again.",
    nl: "Het archief houdt halverwege op, of is beschadigd. Sla het opnieuw op of kopieer het opnieuw.",
  },
} as const satisfies Record<FileProblemCode, Phrase>;

/** Where in a file, in front of the sentence. */
export const places = {
  line: { en: "line {line}", nl: "regel {line}" },
  lineColumn: { en: "line {line}, column {column}", nl: "regel {line}, kolom {column}" },
  row: { en: "row {row}", nl: "rij {row}" },
  cell: { en: "cell {cell}", nl: "cel {cell}" },
  sheet: { en: "sheet {sheet}", nl: "blad {sheet}" },
  sheetCell: { en: "sheet {sheet}, cell {cell}", nl: "blad {sheet}, cel {cell}" },
  entry: { en: "{entry}: ", nl: "{entry}: " },
  more: {
    en: "({count, plural, one {once} other {# times}} in this file)",
    nl: "({count, plural, one {één keer} other {# keer}} in dit bestand)",
  },
} as const satisfies Record<string, Phrase>;

/** Answers to what a table leaves open, where a sentence lists them. */
export const answers = {
  dmy: { en: "day first", nl: "dag eerst" },
  mdy: { en: "month first", nl: "maand eerst" },
  comma: { en: "the comma marks decimals", nl: "de komma scheidt decimalen" },
  point: { en: "the point marks decimals", nl: "de punt scheidt decimalen" },
  excluded: { en: "excluding VAT", nl: "exclusief btw" },
  included: { en: "including VAT", nl: "inclusief btw" },
  customers: { en: "customers", nl: "klanten" },
  contacts: { en: "contacts", nl: "contacten" },
  invoices: { en: "invoices", nl: "facturen" },
  "invoice-lines": { en: "invoice lines", nl: "factuurregels" },
  "open-items": { en: "open items", nl: "openstaande posten" },
  hours: { en: "hours", nl: "uren" },
  projects: { en: "projects", nl: "projecten" },
  reading: { en: "{answer} ({reading})", nl: "{answer} ({reading})" },
} as const satisfies Record<string, Phrase>;
