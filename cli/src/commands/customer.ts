import type { OutputOf } from "@koers/contract";
import type { CommandRun, ExitCode } from "../command.ts";
import type { Connection } from "../connection/connection.ts";
import { withOrganization } from "../connection/enter.ts";
import { readPeriod } from "../period.ts";
import { customerText } from "../show/customer-text.ts";
import { plainText } from "../show/plain-text.ts";

/** `koers customer NAME`: one customer and how its figures are made up. */
export function customer(run: CommandRun): Promise<ExitCode> {
  const { terminal, phrases, arguments: given } = run;
  const period = readPeriod(given.text("period"));
  const name = given.words.join(" ");
  return withOrganization(run, async (connection) => {
    const found = await findByName(connection, name);
    const [only, second] = found;
    if (only === undefined || second !== undefined) {
      const names = found.map((one) => plainText(one.name)).join(", ");
      const key = only === undefined ? "none" : "several";
      terminal.writeError(`koers: ${phrases.t(`commandLine.customer.${key}`, { name, names })}\n`);
      return 1;
    }
    const answer = await connection.call("getCustomer", { id: only.id, ...period });
    terminal.write(
      given.flag("json")
        ? `${JSON.stringify(answer)}\n`
        : customerText(answer, phrases, terminal.width),
    );
    return 0;
  });
}

type Found = OutputOf<"findCustomers">["customers"];

/** The customer of exactly this name, or else all that fit. */
async function findByName(connection: Connection, name: string): Promise<Found> {
  const { customers } = await connection.call("findCustomers", { search: name, limit: 20 });
  const exact = customers.filter((one) => one.name.toLowerCase() === name.toLowerCase());
  return exact.length > 0 ? exact : customers;
}
