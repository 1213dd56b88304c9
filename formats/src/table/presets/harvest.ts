import type { Preset } from "./preset.ts";

/** Harvest, detailed time report. Cost rate and amount give a margin per customer. */
export const harvestTime: Preset = {
  name: "harvest-detailed",
  subject: "hours",
  headers: [
    "Date",
    "Client",
    "Project",
    "Project Code",
    "Task",
    "Hours",
    "First Name",
    "Last Name",
  ],
  fields: {
    date: "Date",
    duration: "Hours",
    personFirstName: "First Name",
    personLastName: "Last Name",
    personEmail: "Email",
    customer: "Client",
    project: "Project",
    projectCode: "Project Code",
    activity: "Task",
    description: "Notes",
    billable: "Billable?",
    invoiced: "Invoiced?",
    currency: "Currency",
    billRate: "Billable Rate",
    billAmount: "Billable Amount",
    costRate: "Cost Rate",
    costAmount: "Cost Amount",
  },
};

/** Harvest, list of clients. */
export const harvestClients: Preset = {
  name: "harvest-clients",
  subject: "customers",
  headers: ["Client Name", "Address"],
  fields: { name: "Client Name", street: "Address" },
};

/** Harvest, list of projects. Its budget is in hours or money, as `Budget By` says, so it is left out. */
export const harvestProjects: Preset = {
  name: "harvest-projects",
  subject: "projects",
  headers: ["Client", "Project", "Project Code", "Budget By", "Budget"],
  fields: {
    name: "Project",
    code: "Project Code",
    customer: "Client",
    startDate: "Start Date",
    endDate: "End Date",
  },
};
