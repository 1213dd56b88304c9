import { crc32, deflateRawSync } from "node:zlib";

export type ZipPart = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the archive says of it, where that is not so. */
  readonly claimedSize?: number;
  readonly claimedCrc?: number;
  readonly method?: number;
  readonly encrypted?: boolean;
};

/** An archive as it is told, right or wrong. */
export function zipFile(parts: readonly ZipPart[], comment = ""): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, claimedSize, claimedCrc, method = 8, encrypted = false } of parts) {
    const packed = method === 0 ? Buffer.from(bytes) : deflateRawSync(bytes);
    const label = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(encrypted ? 0x801 : 0x800, 2);
    facts.writeUInt16LE(method, 4);
    facts.writeUInt32LE(claimedCrc ?? crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(claimedSize ?? bytes.length, 18);
    facts.writeUInt16LE(label.length, 22);
    const start = Buffer.concat([Buffer.from("PK\u0003\u0004"), facts, label, packed]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), facts, where, label]),
    );
    files.push(start);
    offset += start.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  end.writeUInt16LE(Buffer.byteLength(comment), 16);
  return Buffer.concat([...files, list, Buffer.from("PK\u0005\u0006"), end, Buffer.from(comment)]);
}
