import type { Source } from "../source.ts";

/**
 * A source read at chosen offsets, on the understanding that they mostly go up: what lies between is
 * skipped, and only a step back opens the source again.
 */
export type ForwardBytes = {
  /** The next bytes, at most `most` of them; empty only at the end of the file. */
  next(most: number): Promise<Uint8Array>;
  /** Exactly `count` bytes, or fewer when the file ends first. */
  exactly(count: number): Promise<Uint8Array>;
  seek(offset: number): Promise<void>;
  close(): Promise<void>;
};

const nothing = new Uint8Array(0);

export function forwardBytes(source: Source): ForwardBytes {
  let iterator: AsyncIterator<Uint8Array> | undefined;
  let held: Uint8Array = nothing;
  let position = 0;

  async function fill(): Promise<boolean> {
    iterator ??= source.open()[Symbol.asyncIterator]();
    while (held.length === 0) {
      const step = await iterator.next();
      if (step.done) return false;
      held = step.value;
    }
    return true;
  }

  async function next(most: number): Promise<Uint8Array> {
    if (!(await fill())) return nothing;
    const taken = held.subarray(0, most);
    held = held.subarray(taken.length);
    position += taken.length;
    return taken;
  }

  async function exactly(count: number): Promise<Uint8Array> {
    const first = await next(count);
    if (first.length === count) return first;
    const parts = [first];
    let length = first.length;
    while (length < count) {
      const part = await next(count - length);
      if (part.length === 0) break;
      parts.push(part);
      length += part.length;
    }
    const joined = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      joined.set(part, at);
      at += part.length;
    }
    return joined;
  }

  async function close(): Promise<void> {
    await iterator?.return?.();
    iterator = undefined;
    held = nothing;
    position = 0;
  }

  async function seek(offset: number): Promise<void> {
    if (offset < position) await close();
    while (position < offset) {
      const skipped = await next(offset - position);
      if (skipped.length === 0) return;
    }
  }

  return { next, exactly, seek, close };
}
