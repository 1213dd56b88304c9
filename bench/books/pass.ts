// One pass over one sample in a process of its own, so that its memory and its seconds are its own:
// node pass.ts reader|bare FORMAT PLACE. Prints one line of JSON.
import { createReadStream, readdirSync, statSync } from "node:fs";
import { readFile as readBytes } from "node:fs/promises";
import path from "node:path";
import { StringDecoder } from "node:string_decoder";
import { accepted, readFile, type Source } from "@koers/formats";
import { unzipSync } from "fflate";
import Papa from "papaparse";
import { SaxesParser } from "saxes";

/** What a pass came to. */
export type Pass = {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly megabytes: number;
  /** Records that the reader gave, or events that the bare parser gave. */
  readonly count: number;
};

const [, , who, format, place = ""] = process.argv;
const files = statSync(place).isDirectory()
  ? readdirSync(place).map((name) => path.join(place, name))
  : [place];
const megabytes = files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
const startedAt = performance.now();
const cpuBefore = process.cpuUsage();
let count = 0;
for (const file of files) count += who === "reader" ? await readOurs(file) : await readBare(file);
const seconds = (performance.now() - startedAt) / 1000;
const { user, system } = process.cpuUsage(cpuBefore);
const pass: Pass = {
  seconds,
  cpuSeconds: (user + system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
  megabytes,
  count,
};
console.log(JSON.stringify(pass));

async function readOurs(file: string): Promise<number> {
  let records = 0;
  const source: Source = {
    name: path.basename(file),
    size: statSync(file).size,
    open: () => createReadStream(file, { highWaterMark: 256 * 1024 }),
  };
  const { problems } = await readFile(source, {
    today: "2026-11-21",
    emit(batch) {
      records += batch.length;
    },
  });
  // A question is answered by a person; what was read is read all the same.
  if (!accepted(problems) && problems.some(({ severity }) => severity === "refuse")) {
    throw new Error(`${file} was refused: ${JSON.stringify(problems[0])}`);
  }
  return records;
}

async function readBare(file: string): Promise<number> {
  if (format === "csv") return parseCsv(file);
  let events = 0;
  const parser = new SaxesParser();
  parser.on("opentag", () => {
    events += 1;
  });
  parser.on("text", () => {
    events += 1;
  });
  if (format === "xlsx") {
    const { "xl/worksheets/sheet1.xml": sheet = new Uint8Array() } = unzipSync(
      await readBytes(file),
    );
    parser.write(new TextDecoder().decode(sheet));
  } else {
    const decoder = new StringDecoder("utf8");
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
      parser.write(decoder.write(chunk as Buffer));
    }
  }
  parser.close();
  return events;
}

function parseCsv(file: string): Promise<number> {
  let rows = 0;
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(createReadStream(file, { encoding: "utf8" }), {
      step() {
        rows += 1;
      },
      complete: () => resolve(rows),
      error: reject,
    });
  });
}
