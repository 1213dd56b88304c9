import type { Preset } from "./preset.ts";

/** Clockify, detailed report; "Task" is called "Activity" in some workspaces. */
export const clockifyTime: Preset = {
  name: "clockify-detailed",
  subject: "hours",
  headers: ["Project", "Client", "Description", "User", "Start Date", "Duration (h)"],
  fields: {
    date: "Start Date",
    // The clock column is exact to the second, the decimal one is rounded to hundredths.
    duration: ["Duration (h)", "Duration (decimal)"],
    person: "User",
    personEmail: "Email",
    customer: "Client",
    project: "Project",
    activity: ["Task", "Activity"],
    description: "Description",
    billable: "Billable",
    billRate: "Billable Rate",
    billAmount: "Billable Amount",
    costRate: "Cost Rate",
    costAmount: "Cost Amount",
  },
};

/** Clockify, list of projects. */
export const clockifyProjects: Preset = {
  name: "clockify-projects",
  subject: "projects",
  headers: ["Project", "Client", "Billability", "Tracked (h)", "Estimated (h)"],
  fields: { name: "Project", customer: "Client", budgetHours: "Estimated (h)" },
};
