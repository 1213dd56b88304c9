import type { NewSourceSystem } from "@koers/database";
import type { Analysis } from "./analyse-file.ts";
import { plainText } from "./plain-text.ts";

/**
 * The system that a file came out of, by what its next file is known again. Books: the firm whose
 * administration it is by its full name, legal form included ("X Holding B.V." is not "X B.V."); numbers
 * do not count, for versions of the format have different ones and a fiscal unity shares its own. Tables: the
 * tool that they are known as an export of, else the shape of their header.
 */
export function sourceSystemOf({ file, result }: Analysis): NewSourceSystem {
  const { administration } = result;
  switch (file.kind) {
    case "books": {
      const name = administration?.name ?? administration?.externalId ?? file.name;
      return {
        kind: "bookkeeping",
        key: `books:${plainText(name).replaceAll(" ", "").slice(0, 200)}`,
        name,
        currency: administration?.currency ?? null,
      };
    }
    case "e-invoices":
      return { kind: "e-invoicing", key: "e-invoices", name: "e-invoices", currency: null };
    case "bank":
      return { kind: "bank", key: "bank", name: "bank", currency: null };
    default: {
      const tool = file.preset === null ? null : toolOf(file.preset);
      return {
        kind: kinds[file.subject ?? "customers"] ?? "list",
        key: tool === null ? `table:${file.table?.fingerprint ?? file.name}` : `tool:${tool}`,
        name: tool ?? file.name,
        currency: null,
      };
    }
  }
}

const kinds: Readonly<Record<string, NewSourceSystem["kind"]>> = {
  hours: "time-tracking",
  projects: "time-tracking",
  customers: "crm",
  contacts: "crm",
};

// Presets are named `tool-what`: all exports of one tool share its customer numbers and names.
function toolOf(preset: string): string {
  return /^(e-boekhouden|[^-]+)/.exec(preset)?.[0] ?? preset;
}
