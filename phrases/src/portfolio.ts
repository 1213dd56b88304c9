import type { Phrase } from "./phrase.ts";

/** The portfolio: whale curve, table, retention. */
export const portfolio = {
  title: { en: "Customers", nl: "Klanten" },
  findingProfit: {
    en: "{best, plural, one {Your best customer earns} other {Your # best customers earn}} {share} of the profit{losers, plural, =0 {; no customer costs you money} one {; 1 customer costs {lost}} other {; # customers cost {lost}}}",
    nl: "{best, plural, one {Uw beste klant levert} other {Uw # beste klanten leveren}} {share} van de winst{losers, plural, =0 {; geen klant kost u geld} one {; 1 klant kost {lost}} other {; # klanten kosten {lost}}}",
  },
  findingLoss: {
    en: "Your customers together cost you {total}{losers, plural, one {: 1 customer loses {lost}} other {: # customers lose {lost}}}",
    nl: "Uw klanten kosten u samen {total}{losers, plural, one {: 1 klant verliest {lost}} other {: # klanten verliezen {lost}}}",
  },
  findingEven: {
    en: "Your customers together earn you nothing{losers, plural, one {: 1 customer loses {lost}} other {: # customers lose {lost}}}",
    nl: "Uw klanten leveren u samen niets op{losers, plural, one {: 1 klant verliest {lost}} other {: # klanten verliezen {lost}}}",
  },
  findingNoContribution: {
    en: "Your customers together contribute {total} less than nothing{losers, plural, one {: 1 customer loses {lost}} other {: # customers lose {lost}}}",
    nl: "Uw klanten dragen samen {total} minder dan niets bij{losers, plural, one {: 1 klant verliest {lost}} other {: # klanten verliezen {lost}}}",
  },
  findingCredited: {
    en: "You credited {total} more than you invoiced",
    nl: "U hebt {total} meer gecrediteerd dan gefactureerd",
  },
  findingContribution: {
    en: "{best, plural, one {Your best customer brings} other {Your # best customers bring}} {share} of the contribution{losers, plural, =0 {} one {; 1 customer contributes less than nothing: {lost}} other {; # customers contribute less than nothing: {lost}}}",
    nl: "{best, plural, one {Uw beste klant levert} other {Uw # beste klanten leveren}} {share} van de klantbijdrage{losers, plural, =0 {} one {; 1 klant draagt minder dan niets bij: {lost}} other {; # klanten dragen minder dan niets bij: {lost}}}",
  },
  findingRevenue: {
    en: "{best, plural, one {Your largest customer brings} other {Your # largest customers bring}} {share} of the revenue; what customers earn you is not known yet",
    nl: "{best, plural, one {Uw grootste klant zorgt voor} other {Uw # grootste klanten zorgen voor}} {share} van de omzet; wat klanten opleveren, is nog niet bekend",
  },
  findingNone: { en: "No revenue in {period}", nl: "Geen omzet in {period}" },
  lead: {
    en: "{customers, plural, one {1 customer} other {# customers}}, {period}, net revenue {revenue}.{quiet, plural, =0 {} one { 1 more without revenue or hours.} other { # more without revenue or hours.}}",
    nl: "{customers, plural, one {1 klant} other {# klanten}}, {period}, netto-omzet {revenue}.{quiet, plural, =0 {} one { Nog 1 zonder omzet of uren.} other { Nog # zonder omzet of uren.}}",
  },
  leadUnattributed: {
    en: "{amount} of it belongs to no customer",
    nl: "{amount} daarvan hoort bij geen klant",
  },
  hourCostLedger: {
    en: "An hour costs {rate}: personnel cost {personnel} / {hours} hours worked (an estimate).",
    nl: "Een uur kost {rate}: personeelskosten {personnel} / {hours} gewerkte uren (een schatting).",
  },
  hourCostGiven: {
    en: "An hour costs {rate}, as given in Settings.",
    nl: "Een uur kost {rate}, zoals gegeven in Instellingen.",
  },
  hourCostExport: {
    en: "An hour costs what the hours export says, {rate} on average.",
    nl: "Een uur kost wat de urenexport zegt, gemiddeld {rate}.",
  },
  hourCostEdit: { en: "Change", nl: "Wijzig" },
  noHours: {
    en: "No hours imported: margins are not known. Bring an export of your time tracking.",
    nl: "Geen uren geïmporteerd: marges zijn niet bekend. Lever een export van uw urenregistratie aan.",
  },
  partHours: {
    en: "Hours cover {covered} only, so margins of this period are not known.",
    nl: "Uren dekken alleen {covered}, dus marges van deze periode zijn niet bekend.",
  },
  showCovered: { en: "Show the period that hours cover", nl: "Toon de periode die de uren dekken" },
  emptyTitle: {
    en: "Your customers, by what they bring and cost",
    nl: "Uw klanten, naar wat ze opleveren en kosten",
  },
  emptyText: {
    en: "Import the audit file (XAF) of last year and you see here which customers earn your profit, opened down to the line. With your hours beside it, the margins too.",
    nl: "Importeer de auditfile (XAF) van vorig jaar en u ziet hier welke klanten uw winst opleveren, open tot op de regel. Met uw uren erbij ook de marges.",
  },
  emptyButton: { en: "Import books", nl: "Boeken importeren" },
  import: { en: "Import", nl: "Importeren" },
  curveTitle: { en: "Whale curve", nl: "Walviscurve" },
  curveOf: {
    en: "Cumulative {measure}, best customer first",
    nl: "Opgetelde {measure}, beste klant eerst",
  },
  curvePeak: {
    en: "peak {amount} at {customers, plural, one {1 customer} other {# customers}}",
    nl: "top {amount} bij {customers, plural, one {1 klant} other {# klanten}}",
  },
  curveTotal: { en: "total {amount}", nl: "totaal {amount}" },
  curveLosers: {
    en: "{losers, plural, one {1 customer costs} other {# customers cost}} {amount}",
    nl: "{losers, plural, one {1 klant kost} other {# klanten kosten}} {amount}",
  },
  curvePoint: {
    en: "{rank}. {name}: {amount} (together {cumulative})",
    nl: "{rank}. {name}: {amount} (samen {cumulative})",
  },
  curveKeys: {
    en: "Arrow keys move along the curve, Enter opens the customer.",
    nl: "Pijltoetsen lopen langs de curve, Enter opent de klant.",
  },
  rank: { en: "Rank", nl: "Rang" },
  cumulative: { en: "Cumulative", nl: "Opgeteld" },
  concentration: {
    en: "Concentration: the largest customer brings {top1} of the revenue, the five largest {top5} (Herfindahl index {herfindahl}).",
    nl: "Klantconcentratie: de grootste klant zorgt voor {top1} van de omzet, de vijf grootste voor {top5} (Herfindahl-index {herfindahl}).",
  },
  otherCurrency: {
    en: "Beside it {amount} from {customers, plural, one {1 customer} other {# customers}} in {currency}: shown apart, not converted.",
    nl: "Daarnaast {amount} van {customers, plural, one {1 klant} other {# klanten}} in {currency}: apart getoond, niet omgerekend.",
  },
  searchLabel: { en: "Find in the table", nl: "Zoek in de tabel" },
  losersOnly: { en: "Only those who cost money", nl: "Alleen wie geld kost" },
  columns: { en: "Columns", nl: "Kolommen" },
  filter: { en: "Filter", nl: "Filter" },
  filters: {
    en: "{count, plural, =0 {Filter} one {1 filter} other {# filters}}",
    nl: "{count, plural, =0 {Filter} one {1 filter} other {# filters}}",
  },
  atLeast: { en: "at least", nl: "minstens" },
  atMost: { en: "at most", nl: "hoogstens" },
  clearFilters: { en: "Clear all filters", nl: "Wis alle filters" },
  views: { en: "Views", nl: "Weergaven" },
  saveView: { en: "Save this view", nl: "Bewaar deze weergave" },
  viewName: { en: "Name of the view", nl: "Naam van de weergave" },
  noViews: { en: "No saved views yet.", nl: "Nog geen bewaarde weergaven." },
  viewSaved: { en: "View “{name}” saved.", nl: "Weergave “{name}” bewaard." },
  viewDeleted: { en: "View “{name}” removed.", nl: "Weergave “{name}” verwijderd." },
  export: { en: "Export", nl: "Exporteren" },
  exportAll: {
    en: "More than 300 customers pass the filters: the file holds all {count}.",
    nl: "Meer dan 300 klanten komen door de filters: het bestand bevat alle {count}.",
  },
  tableCaption: { en: "Customers and their figures", nl: "Klanten en hun cijfers" },
  totalRow: {
    en: "{count, plural, one {1 customer} other {# customers}}",
    nl: "{count, plural, one {1 klant} other {# klanten}}",
  },
  noRows: { en: "No customer passes these filters.", nl: "Geen klant komt door deze filters." },
  period: { en: "Period", nl: "Periode" },
  periodDefault: { en: "Last twelve full months", nl: "Laatste twaalf volle maanden" },
  periodOwn: { en: "Other months", nl: "Andere maanden" },
  periodFrom: { en: "From", nl: "Van" },
  periodTo: { en: "Through", nl: "Tot en met" },
  retention: { en: "Keeping and growing", nl: "Behouden en groeien" },
  retentionTitle: {
    en: "You kept {grr} of last year's revenue; with growth of the same customers {nrr}",
    nl: "U behield {grr} van de omzet van vorig jaar; met groei van dezelfde klanten {nrr}",
  },
  retentionUnknown: {
    en: "Keeping customers cannot be measured yet",
    nl: "Behoud van klanten is nog niet te meten",
  },
  retentionUnknownText: {
    en: "The books must cover this period and the twelve months before it. Import the audit file of the year before.",
    nl: "De boeken moeten deze periode en de twaalf maanden ervoor dekken. Importeer de auditfile van het jaar ervoor.",
  },
  opening: { en: "Revenue of {period}", nl: "Omzet van {period}" },
  lostRevenue: { en: "Lost customers", nl: "Verloren klanten" },
  contraction: { en: "Less from customers who stayed", nl: "Minder van klanten die bleven" },
  expansion: { en: "More from customers who stayed", nl: "Meer van klanten die bleven" },
  newRevenue: { en: "New customers", nl: "Nieuwe klanten" },
  closing: { en: "Revenue of {period}", nl: "Omzet van {period}" },
  grr: { en: "GRR", nl: "Bruto omzetbehoud" },
  grrExplained: {
    en: "Revenue kept, expansion not counted / opening revenue",
    nl: "Behouden omzet, zonder uitbreiding / beginomzet",
  },
  nrr: { en: "NRR", nl: "Netto omzetbehoud" },
  nrrExplained: { en: "The same with expansion", nl: "Hetzelfde met uitbreiding" },
  churn: { en: "Logo churn", nl: "Klantverloop" },
  churnExplained: {
    en: "{lost} of {opening} customers had no invoice for {months, plural, one {1 month} other {# months}}; 80% interval {interval}",
    nl: "{lost} van {opening} klanten hadden {months, plural, one {1 maand} other {# maanden}} geen factuur; 80%-interval {interval}",
  },
  churnTooFew: {
    en: "too few customers for an interval",
    nl: "te weinig klanten voor een interval",
  },
  earnedNew: { en: "Earned new customers", nl: "Verdiende nieuwe klanten" },
  earnedGrowth: { en: "Earned growth rate", nl: "Verdiende groei" },
  earnedUnknown: {
    en: "not known: no referral channel is known for any customer",
    nl: "niet bekend: van geen klant is de herkomst bekend",
  },
  cohorts: { en: "By year of the first invoice", nl: "Naar jaar van de eerste factuur" },
  cohortYear: { en: "First invoice", nl: "Eerste factuur" },
  cohortCustomers: { en: "Customers", nl: "Klanten" },
  cohortCell: { en: "{active} active, {revenue}", nl: "{active} actief, {revenue}" },
  unattributedTitle: {
    en: "{amount} of revenue belongs to no customer",
    nl: "{amount} omzet hoort bij geen klant",
  },
  unattributedNone: {
    en: "All revenue belongs to a customer",
    nl: "Alle omzet hoort bij een klant",
  },
  unattributedText: {
    en: "These lines of the ledger name no customer and stand in no transaction with exactly one. They are in the total and in no customer's figures.",
    nl: "Deze regels van het grootboek noemen geen klant en staan in geen boeking met precies één klant. Ze zitten in het totaal en bij geen enkele klant.",
  },
} as const satisfies Record<string, Phrase>;
