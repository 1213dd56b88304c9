import type { Application } from "../../src/http/application.ts";

export type Answer = {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever is answered.
  readonly body: any;
  readonly headers: Headers;
};

/** A browser with its cookies; or, with a token, the command line. */
export class Visitor {
  readonly #app: Application;
  readonly #token: string | undefined;
  readonly cookies = new Map<string, string>();

  constructor(app: Application, token?: string) {
    this.#app = app;
    this.#token = token;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send("GET", path, undefined, headers);
  }

  post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send("POST", path, JSON.stringify(body), headers);
  }

  delete(path: string): Promise<Answer> {
    return this.send("DELETE", path);
  }

  /** An empty header value takes a header away that is sent otherwise. */
  async send(
    method: string,
    path: string,
    body?: string | Uint8Array,
    given: Record<string, string> = {},
  ): Promise<Answer> {
    const headers = new Headers({
      origin: "http://localhost",
      "sec-fetch-site": "same-origin",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...given,
    });
    for (const [name, value] of Object.entries(given)) if (value === "") headers.delete(name);
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    if (cookies !== "" && !headers.has("cookie")) headers.set("cookie", cookies);
    if (this.#token !== undefined) headers.set("authorization", `Bearer ${this.#token}`);
    const response = await this.#app.request(`http://localhost${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: body as string }),
    });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.startsWith("application/json");
    return {
      status: response.status,
      body: isJson ? JSON.parse(text) : text,
      headers: response.headers,
    };
  }

  #keep(cookie: string) {
    const [pair = ""] = cookie.split(";");
    const [name = "", value = ""] = [
      pair.slice(0, pair.indexOf("=")),
      pair.slice(pair.indexOf("=") + 1),
    ];
    if (value === "") this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
