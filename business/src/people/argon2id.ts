import * as crypto from "node:crypto";
import { promisify } from "node:util";
import type { PasswordHash } from "./password.ts";

/** Node has it from 24.7 on. */
export const argon2idAvailable = "argon2" in crypto;

/** ASVS 5.0 appendix C: one pass over 46 MiB. */
export const argon2id: PasswordHash = {
  name: "argon2id",
  parameters: "v=19$m=47104,t=1,p=1",
  async derive(password, salt, parameters) {
    const found = /^v=19\$m=(\d+),t=(\d+),p=(\d+)$/.exec(parameters);
    if (found === null) throw new RangeError(`argon2id parameters ${parameters}`);
    return promisify(crypto.argon2)("argon2id", {
      message: password.normalize("NFKC"),
      nonce: salt,
      memory: Number(found[1]),
      passes: Number(found[2]),
      parallelism: Number(found[3]),
      tagLength: 32,
    });
  },
};
