import type { FactKey, UnknownReason } from "@koers/contract";
import type { Phrase } from "./phrase.ts";

type FactPhrase = { readonly name: Phrase; readonly explanation: Phrase };

/** Name and explanation of every fact of the catalogue; definitions follow the glossary. */
export const facts = {
  name: {
    name: { en: "Customer", nl: "Klant" },
    explanation: { en: "The customer's name", nl: "De naam van de klant" },
  },
  city: {
    name: { en: "Town", nl: "Plaats" },
    explanation: { en: "Where it is established", nl: "Waar de klant gevestigd is" },
  },
  revenue: {
    name: { en: "Net revenue", nl: "Netto-omzet" },
    explanation: {
      en: "Invoiced, credit notes subtracted, without VAT",
      nl: "Gefactureerd, min creditnota's, zonder btw",
    },
  },
  revenueShare: {
    name: { en: "Share of revenue", nl: "Aandeel in de omzet" },
    explanation: {
      en: "Net revenue / net revenue of the firm",
      nl: "Netto-omzet / netto-omzet van het bedrijf",
    },
  },
  creditNotes: {
    name: { en: "Credited", nl: "Gecrediteerd" },
    explanation: {
      en: "What credit notes took away; already subtracted from net revenue",
      nl: "Wat creditnota's eraf haalden; al van de netto-omzet af",
    },
  },
  invoices: {
    name: { en: "Invoices", nl: "Facturen" },
    explanation: {
      en: "Invoices and credit notes in the period",
      nl: "Facturen en creditnota's in de periode",
    },
  },
  hours: {
    name: { en: "Hours", nl: "Uren" },
    explanation: {
      en: "All hours worked for this customer",
      nl: "Alle uren die voor deze klant zijn gewerkt",
    },
  },
  directHours: {
    name: { en: "Direct hours", nl: "Directe uren" },
    explanation: { en: "Hours of delivery", nl: "Uren aan het werk zelf" },
  },
  servingHours: {
    name: { en: "Serving hours", nl: "Bedieningsuren" },
    explanation: {
      en: "Hours on selling, account management, negotiation and support",
      nl: "Uren aan verkoop, accountmanagement, onderhandelen en ondersteuning",
    },
  },
  failureHours: {
    name: { en: "Failure hours", nl: "Faaluren" },
    explanation: { en: "Hours on rework and complaints", nl: "Uren aan herstel en klachten" },
  },
  directHoursCost: {
    name: { en: "Direct hours at cost", nl: "Directe uren tegen kostprijs" },
    explanation: {
      en: "Direct hours × cost of an hour",
      nl: "Directe uren × kostprijs van een uur",
    },
  },
  directPurchases: {
    name: { en: "Direct purchases", nl: "Directe inkoop" },
    explanation: {
      en: "Purchases booked on this customer's projects",
      nl: "Inkopen die op projecten van deze klant zijn geboekt",
    },
  },
  contributionMargin: {
    name: { en: "Contribution margin", nl: "Klantbijdrage" },
    explanation: {
      en: "Net revenue − direct hours at cost − direct purchases",
      nl: "Netto-omzet − directe uren tegen kostprijs − directe inkoop",
    },
  },
  contributionMarginShare: {
    name: { en: "Contribution %", nl: "Klantbijdrage %" },
    explanation: { en: "Contribution margin / net revenue", nl: "Klantbijdrage / netto-omzet" },
  },
  servingHoursCost: {
    name: { en: "Serving hours at cost", nl: "Bedieningsuren tegen kostprijs" },
    explanation: {
      en: "Hours on selling, account management, negotiation and support × cost of an hour",
      nl: "Uren aan verkoop, accountmanagement, onderhandelen en ondersteuning × kostprijs van een uur",
    },
  },
  failureCost: {
    name: { en: "Failure cost", nl: "Faalkosten" },
    explanation: {
      en: "Hours on rework and complaints × cost of an hour",
      nl: "Uren aan herstel en klachten × kostprijs van een uur",
    },
  },
  latePaymentCost: {
    name: { en: "Cost of late payment", nl: "Kosten van laat betalen" },
    explanation: {
      en: "Days beyond the term × amount × yearly rate / 365",
      nl: "Dagen na de termijn × bedrag × rente per jaar / 365",
    },
  },
  costToServe: {
    name: { en: "Cost-to-serve", nl: "Bedieningskosten" },
    explanation: {
      en: "Serving hours at cost + failure cost + cost of late payment",
      nl: "Bedieningsuren tegen kostprijs + faalkosten + kosten van laat betalen",
    },
  },
  overhead: {
    name: { en: "Overhead", nl: "Overhead" },
    explanation: {
      en: "All other costs of the firm, allocated by hours",
      nl: "Alle andere kosten van het bedrijf, verdeeld naar uren",
    },
  },
  fullyLoadedProfit: {
    name: { en: "Fully loaded profit", nl: "Integrale klantwinst" },
    explanation: {
      en: "Contribution margin − cost-to-serve − overhead",
      nl: "Klantbijdrage − bedieningskosten − overhead",
    },
  },
  profitPerHour: {
    name: { en: "Profit per hour", nl: "Winst per uur" },
    explanation: {
      en: "Fully loaded profit / all hours worked",
      nl: "Integrale klantwinst / alle gewerkte uren",
    },
  },
  effectiveRate: {
    name: { en: "Effective rate", nl: "Effectief uurtarief" },
    explanation: { en: "Net revenue / all hours worked", nl: "Netto-omzet / alle gewerkte uren" },
  },
  listValue: {
    name: { en: "Hours at list rate", nl: "Uren tegen lijsttarief" },
    explanation: { en: "Billable hours × list rate", nl: "Declarabele uren × lijsttarief" },
  },
  realisation: {
    name: { en: "Realisation", nl: "Realisatiegraad" },
    explanation: {
      en: "Invoiced / hours at list rate",
      nl: "Gefactureerd / uren tegen lijsttarief",
    },
  },
  discountDepth: {
    name: { en: "Discount depth", nl: "Kortingsdiepte" },
    explanation: { en: "1 − agreed price / list price", nl: "1 − afgesproken prijs / lijstprijs" },
  },
  daysOutstanding: {
    name: { en: "Days outstanding", nl: "Betaaltermijn (dagen)" },
    explanation: {
      en: "Payment date − invoice date, weighted by amount",
      nl: "Betaaldatum − factuurdatum, gewogen naar bedrag",
    },
  },
  openInvoices: {
    name: { en: "Open invoices", nl: "Openstaand" },
    explanation: {
      en: "Invoiced including VAT and not paid yet",
      nl: "Gefactureerd inclusief btw en nog niet betaald",
    },
  },
  overdue: {
    name: { en: "Overdue", nl: "Te laat" },
    explanation: {
      en: "The part of it past its due date",
      nl: "Het deel daarvan dat over de vervaldatum is",
    },
  },
  firstInvoice: {
    name: { en: "First invoice", nl: "Eerste factuur" },
    explanation: {
      en: "Month of the first revenue in the books",
      nl: "Maand van de eerste omzet in de boeken",
    },
  },
  lastInvoice: {
    name: { en: "Last invoice", nl: "Laatste factuur" },
    explanation: {
      en: "Month of the last revenue in the books",
      nl: "Maand van de laatste omzet in de boeken",
    },
  },
  revenueYearBefore: {
    name: { en: "Revenue a year before", nl: "Omzet een jaar eerder" },
    explanation: {
      en: "Net revenue in the same months a year before",
      nl: "Netto-omzet in dezelfde maanden een jaar eerder",
    },
  },
  revenueGrowth: {
    name: { en: "Growth", nl: "Groei" },
    explanation: {
      en: "Net revenue / net revenue a year before − 1",
      nl: "Netto-omzet / netto-omzet een jaar eerder − 1",
    },
  },
  scoringObjection: {
    name: { en: "Objects to scoring", nl: "Maakt bezwaar tegen scores" },
    explanation: {
      en: "Kept out of every score because the person objected (GDPR art. 21)",
      nl: "Blijft buiten elke score omdat de persoon bezwaar maakte (AVG art. 21)",
    },
  },
} as const satisfies Record<FactKey, FactPhrase>;

/** Why a fact is unknown. */
export const unknown = {
  "no-hours": { en: "no hours imported: not known", nl: "geen uren geïmporteerd: niet bekend" },
  "hours-cover-part": {
    en: "hours cover only part of this period: not known",
    nl: "uren dekken maar een deel van deze periode: niet bekend",
  },
  "no-cost-of-hour": {
    en: "the cost of an hour is not known: import an audit file with personnel cost, or give it in Settings",
    nl: "de kostprijs van een uur is niet bekend: importeer een auditfile met personeelskosten, of geef hem in Instellingen",
  },
  "no-revenue": {
    en: "no revenue imported for this period",
    nl: "geen omzet geïmporteerd voor deze periode",
  },
  "no-ledger": {
    en: "no audit file imported for this period: costs are not known",
    nl: "geen auditfile geïmporteerd voor deze periode: kosten zijn niet bekend",
  },
  "no-receivables": {
    en: "no payments imported: not known",
    nl: "geen betalingen geïmporteerd: niet bekend",
  },
  "no-list-rates": {
    en: "the hours have no list rate: not known",
    nl: "de uren hebben geen lijsttarief: niet bekend",
  },
  "no-year-before": {
    en: "the books do not cover the year before",
    nl: "de boeken dekken het jaar ervoor niet",
  },
  "nothing-to-divide-by": { en: "nothing to divide by", nl: "niets om door te delen" },
} as const satisfies Record<UnknownReason, Phrase>;
