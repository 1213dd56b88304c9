import { profileSample } from "../survey/profile-samples.ts";

/** A customer of the e-mail test of Hillstrom (2008). */
export type MailedCustomer = {
  readonly mail: "none" | "men" | "women";
  readonly visited: number;
  readonly spent: number;
  readonly spentBefore: number;
  /** What is known of the customer, as a segment. */
  readonly segment: string;
};

const mails: Readonly<Record<string, MailedCustomer["mail"]>> = {
  "No E-Mail": "none",
  "Mens E-Mail": "men",
  "Womens E-Mail": "women",
};

/** All 64,000. The names of some classes of past spending have commas, within quotes. */
export function mailedCustomers(): readonly MailedCustomer[] {
  const [head = "", ...lines] = profileSample("hillstrom.csv")
    .replaceAll(/"[^"]*"/g, (cell) => cell.replaceAll(/[",]/g, ""))
    .trim()
    .split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    const at = (name: string): string => cells[names.indexOf(name)] as string;
    const recency = Number(at("recency")) <= 3 ? 0 : Number(at("recency")) <= 7 ? 1 : 2;
    const spender = Number(at("history_segment")[0]) <= 2 ? 0 : 1;
    return {
      mail: mails[at("segment")] as MailedCustomer["mail"],
      visited: Number(at("visit")),
      spent: Number(at("spend")),
      spentBefore: Number(at("history")),
      segment: [at("mens"), at("womens"), recency, spender, at("newbie"), at("channel")].join(" "),
    };
  });
}
