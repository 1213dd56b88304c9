import { KoersError } from "@koers/business";

/**
 * Refuses a change that a page of another site asked for. A browser says where a request comes from in
 * `Sec-Fetch-Site` or `Origin`; a request with neither has to carry a token of its own, which no
 * browser adds by itself.
 */
export function requireSameOrigin(request: Request, publicUrl: URL | undefined): void {
  const { headers } = request;
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site === null && origin === null) throw new KoersError("origin-refused");
  if (site !== null && site !== "same-origin" && site !== "none") {
    throw new KoersError("origin-refused");
  }
  if (origin !== null && !ownOrigins(request, publicUrl).includes(origin)) {
    throw new KoersError("origin-refused");
  }
}

function ownOrigins(request: Request, publicUrl: URL | undefined): readonly string[] {
  const own = new URL(request.url);
  return publicUrl === undefined ? [own.origin] : [own.origin, publicUrl.origin];
}
