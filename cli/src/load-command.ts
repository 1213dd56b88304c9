import type { CommandName, Execute } from "./command.ts";

const loaders: Readonly<Record<CommandName, () => Promise<Execute>>> = {
  inspect: async () => (await import("./commands/inspect.ts")).inspect,
  import: async () => (await import("./commands/import.ts")).importFiles,
  portfolio: async () => (await import("./commands/portfolio.ts")).portfolio,
  customer: async () => (await import("./commands/customer.ts")).customer,
  imports: async () => (await import("./commands/imports.ts")).imports,
  undo: async () => (await import("./commands/undo.ts")).undo,
  export: async () => (await import("./commands/export.ts")).exportOrganization,
  serve: async () => (await import("./commands/serve.ts")).serve,
  doctor: async () => (await import("./commands/doctor.ts")).doctor,
  help: async () => (await import("./commands/help.ts")).help,
};

/** The code of a command, read when it is called and not before: `koers --help` is quick. */
export function loadCommand(name: CommandName): Promise<Execute> {
  return loaders[name]();
}
