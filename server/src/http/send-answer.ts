import type { OutputOf } from "@koers/contract";
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { Download } from "./handler.ts";

/** A download, always as an attachment of a fixed type. */
export function sendFile({ fileName, contentType, content }: Download): Response {
  const plainName = fileName.replace(/[^\w.-]+/g, "-");
  return new Response(bodyOf(content), {
    headers: {
      "content-type": contentType,
      "content-disposition": `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "cache-control": "no-store",
    },
  });
}

function bodyOf(content: Download["content"]): string | Uint8Array<ArrayBuffer> | ReadableStream {
  if (typeof content === "string") return content;
  if (content instanceof Uint8Array) return content as Uint8Array<ArrayBuffer>;
  return ReadableStream.from(content) as ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** A stream of events; ends when the events end or the reader goes away. */
export function sendEvents(
  context: Context,
  events: AsyncIterable<OutputOf<"watchPreview">>,
  stop: AbortController,
): Response {
  context.header("cache-control", "no-store");
  // Proxies that collect an answer before passing it on are asked not to.
  context.header("x-accel-buffering", "no");
  return streamSSE(context, async (stream) => {
    stream.onAbort(() => stop.abort());
    let id = 0;
    try {
      for await (const event of events) {
        if (stop.signal.aborted) break;
        id += 1;
        await stream.writeSSE({ data: JSON.stringify(event), event: "change", id: String(id) });
      }
    } finally {
      stop.abort();
    }
  });
}
