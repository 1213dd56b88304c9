import * as crypto from "node:crypto";
import type { PasswordHash } from "./password.ts";

/** For a Node without argon2: N = 2^17, r = 8, p = 1 (OWASP), which takes 128 MiB. */
export const scrypt: PasswordHash = {
  name: "scrypt",
  parameters: "ln=17,r=8,p=1",
  derive(password, salt, parameters) {
    const found = /^ln=(\d+),r=(\d+),p=(\d+)$/.exec(parameters);
    if (found === null) throw new RangeError(`scrypt parameters ${parameters}`);
    const [N, r, p] = [2 ** Number(found[1]), Number(found[2]), Number(found[3])];
    const options = { N, r, p, maxmem: 256 * N * r };
    return new Promise((resolve, reject) => {
      crypto.scrypt(password.normalize("NFKC"), salt, 32, options, (error, derived) =>
        error === null ? resolve(derived) : reject(error),
      );
    });
  },
};
