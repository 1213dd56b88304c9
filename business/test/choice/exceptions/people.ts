import type { Actor } from "../../../src/choice/exceptions/dossier.ts";

type Role = "member" | "manager" | "owner";

const person = (accountId: string, role: Role): Actor => ({ via: "person", accountId, role });

/** Everyone who can do something with a dossier: those who asked for it, others, and no person. */
export const people = {
  "asking member": person("asking member", "member"),
  "other member": person("other member", "member"),
  "asking manager": person("asking manager", "manager"),
  "other manager": person("other manager", "manager"),
  "asking owner": person("asking owner", "owner"),
  "other owner": person("other owner", "owner"),
  "an import": { via: "import", accountId: "other owner" },
  "the API": { via: "api", accountId: null },
} as const satisfies Record<string, Actor>;

export type Who = keyof typeof people;

export const everyone = Object.keys(people) as readonly Who[];
