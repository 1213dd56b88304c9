import { afasOpenItems } from "./afas.ts";
import { clockifyProjects, clockifyTime } from "./clockify.ts";
import { eBoekhoudenOpenItems, eBoekhoudenRelations } from "./e-boekhouden.ts";
import { exactOpenItems, exactRelations } from "./exact.ts";
import { harvestClients, harvestProjects, harvestTime } from "./harvest.ts";
import { hubspotCompanies, hubspotContacts, hubspotDeals } from "./hubspot.ts";
import * as moneybird from "./moneybird.ts";
import { odooInvoices, odooTechnicalInvoices } from "./odoo.ts";
import { gocardlessPayments, paypalPayments } from "./payment-services.ts";
import { pipedriveDeals, pipedriveOrganizations, pipedrivePersons } from "./pipedrive.ts";
import type { Preset } from "./preset.ts";
import { quickbooksAging, quickbooksSales } from "./quickbooks.ts";
import { salesforceAccounts, salesforceReport } from "./salesforce.ts";
import { simplicate } from "./simplicate.ts";
import { snelstartOpenItems, snelstartPlainRelations, snelstartRelations } from "./snelstart.ts";
import { stripeInvoices, stripePayments } from "./stripe.ts";
import { teamleaderEnglishInvoices, teamleaderInvoices } from "./teamleader.ts";
import { toggl } from "./toggl.ts";
import { twentyCompanies } from "./twenty.ts";
import { xeroContacts, xeroInvoices } from "./xero.ts";
import { zohoInvoices } from "./zoho.ts";

/** Every export that is known by its headers. */
export const presets: readonly Preset[] = [
  afasOpenItems,
  clockifyProjects,
  clockifyTime,
  eBoekhoudenOpenItems,
  eBoekhoudenRelations,
  exactOpenItems,
  exactRelations,
  gocardlessPayments,
  harvestClients,
  harvestProjects,
  harvestTime,
  hubspotCompanies,
  hubspotContacts,
  hubspotDeals,
  ...Object.values(moneybird),
  odooInvoices,
  odooTechnicalInvoices,
  paypalPayments,
  pipedriveDeals,
  pipedriveOrganizations,
  pipedrivePersons,
  quickbooksAging,
  quickbooksSales,
  salesforceAccounts,
  salesforceReport,
  simplicate,
  snelstartOpenItems,
  snelstartPlainRelations,
  snelstartRelations,
  stripeInvoices,
  stripePayments,
  teamleaderEnglishInvoices,
  teamleaderInvoices,
  toggl,
  twentyCompanies,
  xeroContacts,
  xeroInvoices,
  zohoInvoices,
];
