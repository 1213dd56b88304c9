import { openAsBlob } from "node:fs";
import path from "node:path";
import { type Client, client, type OutputOf, routes } from "@koers/contract";

/** The owner of a firm, over HTTP as a browser would. */
export type Visitor = {
  readonly call: Client;
  /** Hands a file over, previews it, imports it, and asks for the portfolio. */
  readonly importFile: (file: string) => Promise<ImportTimes>;
};

export type ImportTimes = {
  readonly uploadSeconds: number;
  readonly previewSeconds: number;
  readonly importSeconds: number;
  readonly portfolioSeconds: number;
  readonly portfolio: OutputOf<"getPortfolio">;
};

export async function enter(url: string): Promise<Visitor> {
  let cookie = "";
  const call = client(routes, async ({ method, url: route, headers, body }) => {
    const response = await fetch(`${url}${route}`, {
      method,
      headers: { ...headers, cookie, origin: url },
      ...(body === undefined ? {} : { body: body as BodyInit }),
    });
    const given = response.headers.getSetCookie()[0]?.split(";")[0];
    if (given !== undefined) cookie = given;
    return response;
  });
  await call("createOwner", {
    organizationName: "Bureau Bench",
    name: "Bench",
    email: "bench@example.com",
    password: "a long password",
    language: "en",
  });
  return { call, importFile: (file) => importFile(call, file) };
}

async function importFile(call: Client, file: string): Promise<ImportTimes> {
  let last = performance.now();
  const lap = () => {
    const now = performance.now();
    const seconds = (now - last) / 1000;
    last = now;
    return seconds;
  };
  const { uploadId } = await call(
    "uploadFile",
    { name: path.basename(file) },
    await openAsBlob(file),
  );
  const uploadSeconds = lap();
  const { previewId } = await call("startPreview", { uploadIds: [uploadId] });
  const preview = await settle(call, previewId, ["reading"]);
  const [report] = preview.files;
  if (preview.state !== "ready" || report?.accepted !== true) {
    throw new Error(`${file}: ${preview.state} ${JSON.stringify(report?.problems.slice(0, 3))}`);
  }
  const previewSeconds = lap();
  await call("confirmPreview", { id: previewId });
  const done = await settle(call, previewId, ["importing"]);
  if (done.results[0]?.outcome !== "imported") throw new Error(JSON.stringify(done.results));
  const importSeconds = lap();
  const portfolio = await call("getPortfolio", {});
  return { uploadSeconds, previewSeconds, importSeconds, portfolioSeconds: lap(), portfolio };
}

async function settle(
  call: Client,
  id: string,
  busy: readonly string[],
): Promise<OutputOf<"getPreview">> {
  for (;;) {
    const preview = await call("getPreview", { id });
    if (!busy.includes(preview.state)) return preview;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
