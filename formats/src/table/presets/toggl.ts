import type { Preset } from "./preset.ts";

/** Toggl Track, detailed report. The amount column ends in the workspace's currency, or is missing. */
export const toggl: Preset = {
  name: "toggl-detailed",
  subject: "hours",
  headers: [
    "User",
    "Email",
    "Client",
    "Project",
    "Task",
    "Description",
    "Billable",
    "Start date",
    "Duration",
  ],
  fields: {
    date: "Start date",
    duration: "Duration",
    person: "User",
    personEmail: "Email",
    customer: "Client",
    project: "Project",
    activity: "Task",
    description: "Description",
    billable: "Billable",
    billAmount: "Amount",
  },
};
