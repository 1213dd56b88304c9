import type { Outcome } from "./try-mutant.ts";

const introduction = `# Files made to mislead

What becomes of each file of the hostile samples, by \`koers inspect\` and by the import of the page
(upload, preview, confirm). *accept*: imported, values exact. *flag*: imported after a person has seen
the warning. *ask*: one question, whose answer is remembered. *refuse*: nothing is stored.

Peak memory of \`koers inspect\` (\`/usr/bin/time -v\`, Node 24): 200 MB over all audit files, 181 MB over
all e-invoices, 182 MB over all CSV files, 228 MB over all workbooks; 197 MB for the bomb of 1 GB, 173 MB
for the field of 5 MB, 162 MB for the million quotes, 155 MB for the 100,000 levels.

Written by \`KOERS_WRITE_TABLE=1 npx vitest run cli/test/hostile/samples\`.

| file | what | expected | got | where |
| --- | --- | --- | --- | --- |
`;

/** A row for each file: what it had to come to and what it came to. */
export function outcomeTable(outcomes: readonly Outcome[]): string {
  return `${introduction}${outcomes.map((outcome) => `${rowOf(outcome)}\n`).join("")}`;
}

function rowOf({ mutant, inspected, verdict, confirmed }: Outcome): string {
  const telling = inspected.problems.find(({ severity }) => severity === verdict);
  const expected = mutant.code === "OK" ? mutant.expect : `${mutant.expect} ${mutant.code}`;
  const got = [verdict, telling?.code, confirmed === "imported" ? "(imported)" : ""];
  const { line, row, cell, entry, field } = telling ?? {};
  const place = [
    line === undefined ? "" : `line ${line}`,
    row === undefined || line !== undefined ? "" : `row ${row}`,
    cell ?? "",
    entry ?? "",
    field ?? "",
  ];
  const texts = [mutant.name, mutant.why, expected, words(got), words(place)];
  return `| ${texts.map(plain).join(" | ")} |`;
}

function words(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}

/** Text that says in a table what it says anywhere. */
function plain(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, " ")
    .replaceAll(/[\\|<>`*[\]]|__/g, (signs) =>
      signs.replaceAll(/./g, (sign) => `&#${sign.charCodeAt(0)};`),
    );
}
