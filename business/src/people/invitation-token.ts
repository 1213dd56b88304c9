import { hashOfToken, newSessionToken } from "./session-token.ts";

/**
 * What the link of an invitation carries: the organisation, so that only its rows are looked into, and
 * 256 random bits. The database holds the hash of the whole, so that it is good for that one only.
 */
export function newInvitationToken(
  organizationId: string,
  randomBytes: (count: number) => Uint8Array,
): string {
  return `${organizationId}.${newSessionToken(randomBytes)}`;
}

const form = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[\w-]{43}$/;

/** Undefined for what cannot be such a token. */
export function readInvitationToken(
  token: string,
): { readonly organizationId: string; readonly hash: Uint8Array } | undefined {
  const organizationId = form.exec(token)?.[1];
  return organizationId === undefined ? undefined : { organizationId, hash: hashOfToken(token) };
}
