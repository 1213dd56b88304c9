import type { Context, ImportDesk } from "@koers/business";
import type { Preview } from "@koers/contract";

const final: ReadonlySet<Preview["state"]> = new Set(["done", "cancelled", "failed"]);

/**
 * A preview as it is and at every change, until it ends or nobody reads any more. A slow reader gets
 * the newest and not all that lay between.
 */
export function watchPreview(
  desk: ImportDesk,
  context: Context,
  id: string,
  signal: AbortSignal,
): AsyncIterable<Preview> {
  let newest: Preview | undefined;
  let wake: () => void = () => undefined;
  const stop = desk.watch(context, id, (preview) => {
    newest = preview;
    wake();
  });
  signal.addEventListener("abort", () => wake(), { once: true });
  return (async function* () {
    try {
      while (!signal.aborted) {
        const seen = newest;
        newest = undefined;
        if (seen === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        yield seen;
        if (final.has(seen.state)) return;
      }
    } finally {
      stop();
    }
  })();
}
