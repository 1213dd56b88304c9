/** One file in an archive, as the central directory says; nothing of it is believed until it is read. */
export type ZipEntry = {
  /** With forward slashes; never absolute, never leaving the archive. */
  readonly name: string;
  /** Where its local header starts. */
  readonly offset: number;
  readonly compressedSize: number;
  readonly claimedSize: number;
  readonly claimedCrc: number;
  /** 0 stored, 8 deflated; other methods are refused when the entry is read. */
  readonly method: number;
  readonly encrypted: boolean;
  /** A folder: its name ends in a slash and it holds nothing. */
  readonly folder: boolean;
};

const strict = new TextDecoder("utf-8", { fatal: true });
const western = new TextDecoder("windows-1252");

/** A name's text: UTF-8 where it is valid UTF-8 (flagged or not), else windows-1252. */
export function entryName(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes).replaceAll("\\", "/");
  } catch {
    return western.decode(bytes).replaceAll("\\", "/");
  }
}

/** True for a name that could lead outside the folder it is unpacked in, or that hides what it is. */
export function unsafeName(name: string): boolean {
  if (name === "" || name.length > 1024 || name.startsWith("/") || /^[a-z]:/i.test(name))
    return true;
  for (const character of name) if (character < " " || character === "\u007f") return true;
  return name.split("/").some((part) => part === ".." || part === ".");
}
