import type { Preview } from "@koers/contract";
import type { Visitor } from "./visitor.ts";

/** Hands files over and takes the preview as it is; returns how it ended. */
export async function bringFiles(
  visitor: Visitor,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Preview> {
  const uploadIds: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    const upload = await uploadFile(visitor, name, content);
    uploadIds.push(upload);
  }
  const { body } = await visitor.post("/api/v1/previews", { uploadIds });
  const ready = await until(visitor, body.previewId, "ready");
  const refused = ready.files.filter(({ accepted }) => !accepted);
  if (refused.length > 0) throw new Error(JSON.stringify(refused.map(({ problems }) => problems)));
  await visitor.post(`/api/v1/previews/${body.previewId}/confirm`);
  return until(visitor, body.previewId, "done");
}

export async function uploadFile(
  visitor: Visitor,
  name: string,
  content: string | Uint8Array,
): Promise<string> {
  const address = `/api/v1/uploads?name=${encodeURIComponent(name)}`;
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const headers = { "content-type": "application/octet-stream" };
  const { status, body } = await visitor.send("POST", address, bytes, headers);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.uploadId;
}

/** Waits for a state by asking again each time the server has had a turn. */
export async function until(
  visitor: Visitor,
  id: string,
  state: Preview["state"],
): Promise<Preview> {
  for (;;) {
    const { body } = await visitor.get(`/api/v1/previews/${id}`);
    if (body.state === state) return body;
    if (!["reading", "importing"].includes(body.state)) throw new Error(JSON.stringify(body));
    await new Promise((resolve) => setImmediate(resolve));
  }
}
