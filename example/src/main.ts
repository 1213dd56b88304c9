import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { exampleFiles } from "./example-files.ts";
import { type ExampleOptions, exampleFirm } from "./example-firm.ts";

const usage =
  "node --conditions=source example/src/main.ts FOLDER [--end-month YYYY-MM] [--seed TEXT]";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "end-month": { type: "string" }, seed: { type: "string" } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error(usage);
  process.exit(2);
}

const options: ExampleOptions = {
  ...(values["end-month"] === undefined ? {} : { endMonth: values["end-month"] }),
  ...(values.seed === undefined ? {} : { seed: values.seed }),
};
mkdirSync(folder, { recursive: true });
for (const { name, bytes } of exampleFiles(exampleFirm(options))) {
  writeFileSync(path.join(folder, name), bytes);
  console.log(`${String(bytes.byteLength).padStart(9)}  ${name}`);
}
