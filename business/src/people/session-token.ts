import { createHash } from "node:crypto";

/** 256 random bits for the cookie; the database holds only their hash. */
export function newSessionToken(randomBytes: (count: number) => Uint8Array): string {
  return Buffer.from(randomBytes(32)).toString("base64url");
}

export function hashOfToken(token: string): Uint8Array {
  return createHash("sha256").update(token).digest();
}
