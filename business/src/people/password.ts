import { timingSafeEqual } from "node:crypto";
import { argon2id, argon2idAvailable } from "./argon2id.ts";
import { scrypt } from "./scrypt.ts";
import { takeTurns } from "./take-turns.ts";

/** One way of turning a password into a hash; `parameters` is what stands between the dollar signs. */
export type PasswordHash = {
  readonly name: string;
  readonly parameters: string;
  readonly derive: (password: string, salt: Uint8Array, parameters: string) => Promise<Uint8Array>;
};

export type Passwords = {
  /** `$argon2id$v=19$m=47104,t=1,p=1$salt$hash`. */
  readonly hash: (password: string) => Promise<string>;
  /** Takes as long when there is no such account (`stored` undefined) as when there is one. */
  readonly verify: (
    password: string,
    stored: string | undefined,
  ) => Promise<{ readonly right: boolean; readonly outdated: boolean }>;
};

const saltLength = 16;

/**
 * Hashes passwords, two at a time, so that a hundred sign-ins cannot take the machine's memory.
 * argon2id where this Node has it, else scrypt; an older hash is said to be outdated when it is used.
 */
export function createPasswords(randomBytes: (count: number) => Uint8Array): Passwords {
  const preferred = argon2idAvailable ? argon2id : scrypt;
  const turn = takeTurns(2);

  async function hash(password: string): Promise<string> {
    const salt = randomBytes(saltLength);
    const derived = await turn(() => preferred.derive(password, salt, preferred.parameters));
    return `$${preferred.name}$${preferred.parameters}$${encode(salt)}$${encode(derived)}`;
  }

  let nobody: Promise<string> | undefined;

  return {
    hash,
    async verify(password, stored) {
      nobody ??= hash("nobody has this password");
      const against = parse(stored ?? (await nobody));
      const method = [argon2id, scrypt].find(({ name }) => name === against.name);
      if (method === undefined) throw new RangeError(`unknown password hash ${against.name}`);
      const derived = await turn(() => method.derive(password, against.salt, against.parameters));
      const equal =
        derived.length === against.hash.length && timingSafeEqual(derived, against.hash);
      return {
        right: equal && stored !== undefined,
        outdated: method !== preferred || against.parameters !== preferred.parameters,
      };
    },
  };
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64").replace(/=+$/, "");
}

function parse(stored: string) {
  const parts = stored.split("$");
  const [hash = "", salt = ""] = [parts.at(-1), parts.at(-2)];
  return {
    name: parts[1] ?? "",
    parameters: parts.slice(2, -2).join("$"),
    salt: Buffer.from(salt, "base64"),
    hash: Buffer.from(hash, "base64"),
  };
}
