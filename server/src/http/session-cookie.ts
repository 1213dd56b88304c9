import type { Configuration } from "../configuration.ts";

const thirtyDays = 30 * 24 * 60 * 60;

export type SessionCookie = {
  readonly name: string;
  readonly read: (header: string | null) => string | null;
  readonly write: (token: string | null) => string;
};

/**
 * Behind TLS a `__Host-` cookie that no other host can set. On plain http, which is served to this
 * machine only unless someone chose otherwise, browsers keep no Secure cookie; there the name carries
 * the port, since cookies of one host are shared by all its ports.
 */
export function sessionCookie({ publicUrl, port }: Configuration): SessionCookie {
  const secure = publicUrl?.protocol === "https:";
  const name = secure ? "__Host-koers" : `koers-${port}`;
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return {
    name,
    read(header) {
      const values = (header ?? "")
        .split(";")
        .map((pair) => pair.trim())
        .filter((pair) => pair.startsWith(`${name}=`))
        .map((pair) => pair.slice(name.length + 1));
      const [value] = values;
      return values.length === 1 && value !== undefined && /^[\w-]{43}$/.test(value) ? value : null;
    },
    write: (token) =>
      token === null
        ? `${name}=; ${attributes}; Max-Age=0`
        : `${name}=${token}; ${attributes}; Max-Age=${thirtyDays}`,
  };
}
