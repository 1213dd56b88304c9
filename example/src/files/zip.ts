import { crc32 } from "node:zlib";

export type ZipEntry = { readonly name: string; readonly bytes: Uint8Array };

// 1 January 2020, 00:00: the format wants a time, and the bytes have to be the same each time.
const dosDate = ((2020 - 1980) << 9) | (1 << 5) | 1;

/** A ZIP with stored entries: deflated bytes may differ between versions of zlib, stored ones do not. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;

  for (const { name, bytes } of entries) {
    const label = encoder.encode(name);
    const common = new DataView(new ArrayBuffer(26));
    common.setUint16(0, 20, true);
    common.setUint16(2, 0x0800, true);
    common.setUint16(8, dosDate, true);
    common.setUint32(10, crc32(bytes), true);
    common.setUint32(14, bytes.byteLength, true);
    common.setUint32(18, bytes.byteLength, true);
    common.setUint16(22, label.byteLength, true);
    const shared = new Uint8Array(common.buffer);

    const central = new DataView(new ArrayBuffer(46));
    central.setUint32(0, 0x02014b50, true);
    central.setUint16(4, 20, true);
    new Uint8Array(central.buffer).set(shared, 6);
    central.setUint32(42, offset, true);
    directory.push(new Uint8Array(central.buffer), label);

    const local = [Uint8Array.of(0x50, 0x4b, 0x03, 0x04), shared, label, bytes];
    parts.push(...local);
    offset += local.reduce((total, part) => total + part.byteLength, 0);
  }

  const directorySize = directory.reduce((total, part) => total + part.byteLength, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, directorySize, true);
  end.setUint32(16, offset, true);
  return concatenate([...parts, ...directory, new Uint8Array(end.buffer)]);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
