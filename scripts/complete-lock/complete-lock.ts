export type LockedPackage = {
  readonly version?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly cpu?: readonly string[];
  readonly os?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

export type Lock = { readonly packages: Readonly<Record<string, LockedPackage>> };

const systems = [
  ["darwin", /darwin/],
  ["win32", /win32|windows/],
  ["android", /android/],
  ["freebsd", /freebsd/],
  ["openharmony", /openharmony/],
  ["linux", /linux/],
] as const;
const processors = [
  ["arm64", /arm64|aarch64/],
  ["arm", /arm(-|$|v7|eabi)|-arm-/],
  ["ia32", /ia32/],
  ["ppc64", /ppc64/],
  ["riscv64", /riscv64/],
  ["s390x", /s390x/],
  ["loong64", /loong64/],
  ["wasm32", /wasm32/],
  ["x64", /x64/],
] as const;

/** The lock with a place for every optional package that has none, and the names of those added. */
export function completeLock(lock: Lock): {
  readonly completed: Lock;
  readonly added: readonly string[];
} {
  const packages: Record<string, LockedPackage> = { ...lock.packages };
  const added: string[] = [];
  for (const [place, parent] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const own = `node_modules/${name}`;
      if (packages[own] !== undefined || packages[`${place}/${own}`] !== undefined) continue;
      packages[own] = {
        version,
        ...(parent.dev ? { dev: true } : {}),
        optional: true,
        ...kind(name),
      };
      added.push(name);
    }
  }
  const sorted = Object.entries(packages).toSorted(([a], [b]) => a.localeCompare(b, "en"));
  return { completed: { ...lock, packages: Object.fromEntries(sorted) }, added };
}

/** The kind of machine that such packages say in their names. */
function kind(name: string): Pick<LockedPackage, "cpu" | "os" | "libc"> {
  const system = systems.find(([, pattern]) => pattern.test(name))?.[0];
  const processor = processors.find(([, pattern]) => pattern.test(name))?.[0];
  if (processor === undefined) throw new RangeError(`${name} does not say what it is for`);
  const libc = /musl/.test(name) ? "musl" : /gnu/.test(name) ? "glibc" : undefined;
  return {
    cpu: [processor],
    ...(system === undefined ? {} : { os: [system] }),
    ...(libc === undefined || system !== "linux" ? {} : { libc: [libc] }),
  };
}
