// `npm run bench -- [ROOM...] [--quick] [--json]`: measures, and says what holds. Rooms: `readers` and
// `import`, or `books` for both; those of the kernels, or `kernels` for all of them; without one, everything.
import { availableParallelism, cpus, totalmem } from "node:os";
import { type Bar, inWords } from "./bar.ts";
import { benchImport } from "./books/import.ts";
import { benchReaders } from "./books/readers.ts";
import { benchFit } from "./kernels/fit.ts";
import { benchPareto } from "./kernels/pareto.ts";
import { benchPlanning } from "./kernels/planning.ts";
import { benchProfile } from "./kernels/profile.ts";
import { goldenProfiles } from "./kernels/profile-golden.ts";
import { benchSimulation } from "./kernels/simulation.ts";
import { benchSurvey } from "./kernels/survey.ts";
import { benchValue } from "./kernels/value.ts";
import { raceValue } from "./kernels/value-peers.ts";
import { referencesOfValue } from "./kernels/value-references.ts";

const benches: Readonly<Record<string, (quick: boolean) => Promise<readonly Bar[]>>> = {
  readers: benchReaders,
  import: benchImport,
  value: async (quick) => [
    ...referencesOfValue(),
    ...raceValue(quick),
    ...(await benchValue(quick)),
  ],
  pareto: benchPareto,
  profile: async (quick) => [...goldenProfiles(), ...(await benchProfile(quick))],
  fit: benchFit,
  planning: benchPlanning,
  survey: benchSurvey,
  simulation: benchSimulation,
};
const rooms: Readonly<Record<string, readonly string[]>> = {
  books: ["readers", "import"],
  kernels: ["value", "pareto", "profile", "fit", "planning", "survey", "simulation"],
};

const options = process.argv.slice(2);
const asked = options.filter((option) => !option.startsWith("--"));
const json = options.includes("--json");
const quick = options.includes("--quick");
const chosen = (asked.length === 0 ? Object.keys(benches) : asked).flatMap(
  (name) => rooms[name] ?? [name],
);

const unknown = chosen.filter((name) => benches[name] === undefined);
if (unknown.length > 0) {
  console.error(
    `There is no bench ${unknown.join(", ")}; there are ${Object.keys(benches).join(", ")}.`,
  );
  process.exit(2);
}

if (!json) {
  const [processor] = cpus();
  console.log(
    `${processor?.model ?? "unknown processor"}, ${availableParallelism()} cores, ${Math.round(totalmem() / 1024 ** 3)} GiB, Node ${process.versions.node}, ${process.platform}${quick ? ", quick" : ""}`,
  );
}
for (const name of chosen) {
  for (const measured of (await benches[name]?.(quick)) ?? []) {
    console.log(json ? JSON.stringify(measured) : inWords(measured));
    if (measured.holds === false) process.exitCode = 1;
  }
}
