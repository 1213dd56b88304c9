import type { FactKey, OutputOf } from "@koers/contract";
import type { Phrases } from "@koers/phrases";
import { factText } from "./fact-text.ts";
import { plainText } from "./plain-text.ts";
import { textTable } from "./table.ts";

type Customer = OutputOf<"getCustomer">;
type Part = Customer["figures"][number]["madeUpOf"][number];

/** A customer's figures, each with the parts that it is made up of. */
export function customerText(customer: Customer, phrases: Phrases, width: number): string {
  const { t, format } = phrases;
  const place = [customer.postcode, customer.city].filter((part) => part !== null).join(" ");
  const heading = [customer.name, place].filter((part) => part !== "").join(", ");
  const rows = customer.figures
    .filter(({ fact }) => fact !== "name" && fact !== "city")
    .map(({ fact, value, unknown, madeUpOf }) => [
      t(`facts.${fact}.name`),
      value === null && unknown !== undefined ? "–" : factText(fact, value, phrases),
      unknown === undefined ? partsText(madeUpOf, phrases) : t(`unknown.${unknown}`),
    ]);
  const columns = [
    { head: `${format.period(customer.period)} (${customer.currency})`, align: "left" },
    { head: "", align: "right" },
    { head: "", align: "left" },
  ] as const;
  return `${plainText(heading)}\n\n${textTable(columns, rows, width)}`;
}

function partsText(parts: readonly Part[], phrases: Phrases): string {
  return parts
    .map(({ fact, value, sign }, index) => {
      const text = isFact(fact, phrases) ? factText(fact, value, phrases) : String(value ?? "–");
      return index === 0 && sign === "+" ? text : `${sign} ${text}`;
    })
    .join(" ");
}

function isFact(fact: string, { t }: Phrases): fact is FactKey {
  return t.has(`facts.${fact as FactKey}.name`);
}
