import { hkdfSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Connection } from "../connection.ts";
import { folderError } from "../embedded/prepare-folder.ts";

/**
 * The password of the application role on a server. It follows from the owner's, so that several
 * Koers on one database agree without telling each other, and changes with it. An owner who logs in
 * without a password (certificate, peer) gets a random one, kept in the data folder.
 */
export function applicationPassword(owner: Connection, folder: string): string {
  if (owner.password === "") return storedPassword(folder);
  const salt = `koers application role of ${owner.database}`;
  return Buffer.from(hkdfSync("sha256", owner.password, salt, "", 32)).toString("base64url");
}

function storedPassword(folder: string): string {
  const file = join(folder, "database-application-password");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const password = randomBytes(32).toString("base64url");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, `${password}\n`, { mode: 0o600, flag: "wx" });
  } catch (cause) {
    throw folderError(folder, cause);
  }
  return password;
}
