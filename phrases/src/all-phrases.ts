import { books } from "./books.ts";
import { choice } from "./choice.ts";
import { commandLine } from "./command-line.ts";
import { customer } from "./customer.ts";
import { errors } from "./errors.ts";
import { facts, unknown } from "./facts.ts";
import { conventions, fields } from "./fields.ts";
import {
  accountEvidence,
  accountRoles,
  activityKinds,
  auditActions,
  controlTotals,
  memberRoleHints,
  memberRoles,
  subjects,
} from "./kinds.ts";
import { portfolio } from "./portfolio.ts";
import { answers, places, problems } from "./problems.ts";
import { rooms } from "./rooms.ts";
import { settings } from "./settings.ts";
import { shell } from "./shell.ts";
import { start } from "./start.ts";
import { startErrors, starting } from "./terminal.ts";

/** Every sentence of the product, by room. */
export const allPhrases = {
  accountEvidence,
  accountRoles,
  activityKinds,
  answers,
  auditActions,
  books,
  choice,
  commandLine,
  controlTotals,
  conventions,
  customer,
  errors,
  facts,
  fields,
  memberRoleHints,
  memberRoles,
  places,
  portfolio,
  problems,
  rooms,
  settings,
  shell,
  start,
  startErrors,
  starting,
  subjects,
  unknown,
} as const;
