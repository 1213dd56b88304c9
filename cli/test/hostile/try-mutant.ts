import { basename } from "node:path";
import { RequestRefused } from "@koers/contract";
import type { Mutant } from "./manifest.ts";
import type { Answers, Firm, Inspected, Koers, Preview } from "./open-koers.ts";

export type Verdict = "accept" | "flag" | "ask" | "refuse";

/** What became of a file: in the terminal, in the preview of the page, and when it was taken as it is. */
export type Outcome = {
  readonly mutant: Mutant;
  readonly inspected: Inspected;
  readonly verdict: Verdict;
  readonly preview: Preview;
  /** Of `confirmPreview`: `imported`, or the code that it was refused with. */
  readonly confirmed: string;
  /** The customers that are there now, with their revenue over fifty years. */
  readonly customers: readonly { readonly name: string; readonly revenue: string | null }[];
  /** Names of all that are known now, earning or not. */
  readonly names: readonly string[];
  /** Numbers of relations in their own system. */
  readonly externalIds: readonly (string | null)[];
  /** Tables that changed although the file was not imported. */
  readonly leftBehind: readonly string[];
};

type Rows = Awaited<ReturnType<Firm["rows"]>>;

/** Tables with rows of a firm that nothing was brought to. */
const ofEveryFirm: ReadonlySet<string> = new Set(["organization", "audit_entry"]);

/** Strongest first. */
const severities = ["refuse", "ask", "flag"] as const;

export function verdictOf(problems: Inspected["problems"]): Verdict {
  const found = severities.find((one) => problems.some(({ severity }) => severity === one));
  return found ?? "accept";
}

/** Tries files one by one, some at a time, each in a firm of its own. */
export async function tryMutants(
  koers: Koers,
  mutants: readonly Mutant[],
  answers: (mutant: Mutant) => Answers = () => [],
): Promise<ReadonlyMap<string, Outcome>> {
  const inspected = await koers.inspect(mutants);
  const byName = new Map(inspected.map((one) => [basename(one.file), one]));
  const outcomes = new Map<string, Outcome>();
  const waiting = [...mutants];
  async function work(): Promise<void> {
    // Nothing may come in with what is refused, so one firm serves for all of them.
    const empty = await koers.newFirm();
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const line = byName.get(mutant.name);
      if (line === undefined) throw new Error(`${mutant.name} was not inspected`);
      const firm = line.accepted ? await koers.newFirm() : empty;
      outcomes.set(mutant.name, await tryOne(firm, mutant, line, answers(mutant)));
    }
  }
  await Promise.all([1, 2, 3, 4].map(work));
  return outcomes;
}

async function tryOne(
  firm: Firm,
  mutant: Mutant,
  inspected: Inspected,
  answers: Answers,
): Promise<Outcome> {
  const preview = await firm.look([mutant], answers);
  let confirmed: string;
  try {
    const done = await firm.confirm(preview);
    confirmed = done.results[0]?.outcome ?? done.state;
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error;
    confirmed = error.code;
  }
  const rows = await firm.rows();
  const base = { mutant, inspected, verdict: verdictOf(inspected.problems), preview, confirmed };
  if (confirmed === "imported")
    return { ...base, leftBehind: [], ...(await broughtIn(firm, rows)) };
  const leftBehind = Object.keys(rows).filter((table) => !ofEveryFirm.has(table));
  return { ...base, leftBehind, customers: [], names: [], externalIds: [] };
}

async function broughtIn(
  firm: Firm,
  rows: Rows,
): Promise<Pick<Outcome, "customers" | "names" | "externalIds">> {
  // The page opens on a period of its own choice, whatever dates came in.
  await firm.connection.call("getPortfolio", {});
  const { ids, names, columns } = await firm.connection.call("getPortfolio", {
    from: "1990-01",
    to: "2039-12",
  });
  const revenue = columns.find(({ fact }) => fact === "revenue")?.values ?? [];
  return {
    customers: ids.map((_, at) => ({
      name: names[at] ?? "",
      revenue: (revenue[at] ?? null) as string | null,
    })),
    names: (rows["customer"] ?? []).map((row) => (JSON.parse(row) as { name: string }).name),
    externalIds: (rows["relation"] ?? []).map(
      (row) => (JSON.parse(row) as { external_id: string | null }).external_id,
    ),
  };
}
