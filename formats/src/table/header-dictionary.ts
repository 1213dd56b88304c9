import { headerKey } from "./header-key.ts";

/** What a header can mean, whatever the subject of its table. */
export type Meaning = keyof typeof words;

// Dutch and English headers as packages and people write them; compared by `headerKey`.
const words = {
  customer:
    "klant, customer, client, relatie, debiteur, afnemer, opdrachtgever, account, customer full name",
  customerName:
    "klantnaam, customer name, client name, naam klant, name customer, relatienaam, debiteurnaam, naam debiteur, account name, accountname, organisatie, organisation, organization, organization name, organisatienaam, contactname, customer display name, partner, invoice partner display name, associated company, opdrachtgevernaam, naam relatie",
  companyName:
    "bedrijf, bedrijfsnaam, company, company name, firmanaam, handelsnaam, naam bedrijf, firma, legal name",
  name: "naam, name, display name, volledige naam, full name",
  customerId:
    "klantnummer, klantnr, klantcode, klant id, klantid, customer id, customer number, customer no, client id, client code, relatiecode, relatienummer, relatienr, relatie id, debiteurnummer, debiteurnr, debiteurennummer, debnr, debiteurcode, account id, accountcode, accountnumber, account number, contactid, organization id, organisatie id, customer code",
  code: "code, nummer, id, record id, nr",
  kvk: "kvk, kvknummer, kvk nr, nummer kvk, kamer van koophandel, chamber of commerce, chamberofcommerce, chamber of commerce id, coc, coc number, kvknr, company number",
  vatId:
    "btw nummer, btwnummer, btw nr, btw id, btwid, btw identificatienummer, vat number, vat id, vatnumber, tax number, taxnumber, vat no, vatregistrationnumber, vat registration number, omzetbelastingnummer",
  email:
    "email, e-mail, emailadres, e-mailadres, email address, mail, mailadres, factuur email, send invoices to email, sendinvoicestoemail, customer email",
  phone:
    "telefoon, telefoonnummer, phone, phone number, phonenumber, tel, mobiel, mobile, telephone, mobile phone, mobielnummer, vaste telefoon",
  website: "website, web, url, site, homepage, domain, company domain name, websiteurl, domein",
  street:
    "adres, straat, address, street, straatnaam, adresregel 1, address line 1, street address, billing street, billing address, vestigingsadres, address1",
  postcode:
    "postcode, zip, zip code, zipcode, postal code, postalcode, pc, billing postal code, billing code",
  city: "plaats, woonplaats, vestigingsplaats, city, stad, town, billing city, plaatsnaam",
  country:
    "land, country, landcode, country code, billing country, country region, land id, landid",
  relationType:
    "type relatie, relatietype, relatiesoort, soort relatie, customer type, relation type",
  sector: "sector, branche, industry, bedrijfstak, sbi, sbi code, segment, categorie, category",
  size: "aantal medewerkers, medewerkers aantal, number of employees, numberofemployees, employees, omvang, fte, bedrijfsgrootte, company size",
  region: "regio, region, provincie, province, state",
  referral:
    "herkomst, bron, source, lead source, referral, referred by, kanaal, channel, via, aangebracht door",
  firstName: "voornaam, first name, firstname, given name",
  lastName: "achternaam, last name, lastname, surname, family name",
  contactName: "contactpersoon, contact, contact person, contact name, contactnaam",
  contactId: "contact id, person id, contactpersoon id",
  jobTitle: "functie, functietitel, job title, jobtitle, title, rol, role, position",
  invoiceNumber:
    "factuurnummer, factuurnr, factuur nr, factuur, invoice number, invoicenumber, invoice no, invoice, invoice id, invoiceid, factuur nummer, number, num, boekstuk, document number, documentnummer, verkoopfactuur, factuurno",
  invoiceDate:
    "factuurdatum, invoice date, invoicedate, datum factuur, boekdatum, issue date, invoice bill date, factuur datum, document date",
  date: "datum, date, dag, day, start date, startdate, startdatum uren, transaction date, boekingsdatum, werkdatum, spent date",
  dueDate:
    "vervaldatum, vervaldag, due date, duedate, vervalt, uiterste betaaldatum, expiry date, betaaldatum uiterlijk",
  paidDate:
    "betaaldatum, betaald op, paid date, date paid, paid on, paid at, last payment date, payment date, datum betaald",
  currency: "valuta, currency, munt, muntsoort, currency code, valutacode",
  net: "bedrag excl btw, bedrag exclusief btw, bedrag excl, totaal excl btw, totaal exclusief btw, totaal excl, netto, netto bedrag, nettobedrag, net, net amount, subtotal, sub total, subtotaal, amount excl vat, total excl vat, total excluding vat, total price excl tax, excl btw, exclusief btw, tax excluded, amount untaxed, untaxed amount, netto omzet, omzet, revenue, omzet excl btw, amount excl tax, total excl tax, factuurbedrag excl btw, amount net, net total",
  gross:
    "bedrag incl btw, bedrag inclusief btw, bedrag incl, totaal incl btw, totaal inclusief btw, totaal incl, bruto, bruto bedrag, gross, gross amount, amount incl vat, total incl vat, total including vat, total price incl tax, total price incl, incl btw, inclusief btw, amount incl tax, total incl tax, factuurbedrag incl btw, te betalen, amount due, gross total",
  vatAmount:
    "btw, btw bedrag, btwbedrag, bedrag btw, vat, vat amount, tax, tax amount, omzetbelasting, total tax, item tax amount",
  amount:
    "bedrag, amount, totaal, totaalbedrag, total, total amount, factuurbedrag, invoice amount, invoice total, waarde, value, prijs, bedrag eur, som",
  outstanding:
    "openstaand, openstaand bedrag, saldo, open bedrag, openstaand saldo, nog te betalen, outstanding, outstanding amount, open balance, balance due, balance, amount outstanding, nog open, restbedrag, outstandingamount, invoice amount due",
  type: "type, soort, transaction type, factuurtype, invoice type, documenttype, document type",
  status: "status, factuurstatus, invoice status, state, payment status",
  item: "artikel, artikelnaam, product, productnaam, item, item name, dienst, service, product service, productservice, artikelomschrijving, dienst naam",
  lineNumber: "regel, regelnummer, regelnr, line, line number, line no",
  quantity: "aantal, quantity, qty, hoeveelheid, aantal stuks",
  unit: "eenheid, unit, usage unit",
  unitPrice:
    "prijs per stuk, stukprijs, eenheidsprijs, unit price, unitprice, unit amount, unitamount, sales price, item price, prijs per eenheid, rate, price",
  lineNet:
    "regelbedrag excl btw, regelbedrag excl, regel excl btw, line net, line amount excl vat, regelbedrag exclusief btw",
  lineGross: "regelbedrag incl btw, regelbedrag incl, regel incl btw, line gross",
  lineAmount:
    "regelbedrag, regeltotaal, line amount, lineamount, line total, item total, bedrag regel, totaal regel",
  discount: "korting, discount, kortingsbedrag, discount amount",
  description:
    "omschrijving, description, notitie, notities, notes, note, toelichting, opmerking, opmerkingen, memo, beschrijving, memo description, item desc, comment, omschrijving factuur",
  project: "project, projectnaam, project name, opdracht, dossier, naam project",
  projectCode:
    "projectcode, projectnummer, projectnr, project code, project number, project id, opdrachtnummer, dossiernummer, project nr",
  activity:
    "uursoort, urensoort, uurtype, soort uren, taak, task, activiteit, activity, werkzaamheden, werksoort, hours type, hourstype, taken, prestatie, dienst uursoort",
  person:
    "medewerker, medewerkernaam, werknemer, user, gebruiker, employee, employee name, person, team member, collega, consultant, naam medewerker, persoon, uitvoerder, resource, member",
  hours:
    "uren, aantal uren, hours, tijd, duur, duration, time, uren decimaal, duration decimal, geboekte uren, gewerkte uren, hours worked, hours rounded, tracked h, total hours, geschreven uren, duration h",
  billable: "declarabel, facturabel, billable, doorbelastbaar, is billable, te factureren",
  invoiced: "gefactureerd, invoiced, is invoiced, billed",
  billRate:
    "uurtarief, tarief, billable rate, hourly rate, bill rate, verkooptarief, tarief per uur",
  billAmount: "billable amount, declarabel bedrag, omzet uren, bill amount",
  costRate: "kostprijs, cost rate, kosttarief, kostprijs per uur, intern tarief, kostprijs uur",
  costAmount: "cost amount, kosten, costs, cost, kostenbedrag, total costs",
  startDate: "startdatum, begindatum, project start, start, projectstart",
  endDate: "einddatum, end date, enddate, deadline, einde, project end, opleverdatum",
  budgetHours:
    "budget uren, uren budget, begrote uren, budget hours, geplande uren, estimated h, estimated hours, hour budget, urenbudget",
  budgetAmount:
    "budget, budget bedrag, projectbudget, begroot bedrag, begroting, budget amount, aanneemsom, contract value, opdrachtwaarde",
} as const;

const byKey: ReadonlyMap<string, Meaning> = new Map(
  (Object.entries(words) as [Meaning, string][]).flatMap(([meaning, list]) =>
    list.split(",").map((label) => [headerKey(label), meaning] as const),
  ),
);

/** What a header means on its own, by the dictionary; undefined when it is not in there. */
export function meaningOf(key: string): Meaning | undefined {
  return byKey.get(key);
}

export type ContentKind = "date" | "amount" | "duration" | "boolean";

const kinds: Readonly<Record<ContentKind, readonly Meaning[]>> = {
  date: ["invoiceDate", "date", "dueDate", "paidDate", "startDate", "endDate"],
  amount:
    "net gross vatAmount amount outstanding quantity unitPrice lineNet lineGross lineAmount billRate billAmount costRate costAmount budgetAmount budgetHours".split(
      " ",
    ) as Meaning[],
  duration: ["hours"],
  boolean: ["billable", "invoiced"],
};
const kindByMeaning = new Map<Meaning, ContentKind>(
  (Object.entries(kinds) as [ContentKind, Meaning[]][]).flatMap(([kind, meanings]) =>
    meanings.map((meaning) => [meaning, kind] as const),
  ),
);

/** What cells under a header of this meaning must be; undefined for texts of any kind. */
export function contentKindOf(meaning: Meaning): ContentKind | undefined {
  return kindByMeaning.get(meaning);
}
