import { createUtf8Repair } from "./utf8-repair.ts";

/** Turns the bytes of one file into text, piece by piece. A byte order mark is dropped. */
export type XmlDecoder = {
  /** Undefined when the bytes are not valid in this encoding. */
  decode(bytes: Uint8Array): string | undefined;
  end(): string | undefined;
};

/** A decoder that takes no invalid byte; a file that ends inside a character ends in U+FFFD. */
export function strictDecoder(label: string): XmlDecoder {
  const decoder = new TextDecoder(label, { fatal: true });
  return {
    decode: (bytes) => validOnly(() => decoder.decode(bytes, { stream: true })),
    end: () => validOnly(() => decoder.decode()) ?? "\ufffd",
  };
}

/** A decoder for UTF-8 with windows-1252 bytes in between. */
export function repairingDecoder(repair = createUtf8Repair()): XmlDecoder {
  const decoder = strictDecoder("utf-8");
  return {
    decode: (bytes) => decoder.decode(repair.push(bytes)),
    end: () => decoder.decode(repair.push(new Uint8Array(0), true)),
  };
}

function validOnly(decode: () => string): string | undefined {
  try {
    return decode();
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
