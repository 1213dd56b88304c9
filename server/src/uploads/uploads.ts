import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { KoersError } from "@koers/business";

/** A file that was handed over and is not imported yet. Its name is only what the sender called it. */
export type Upload = {
  readonly uploadId: string;
  readonly name: string;
  readonly size: number;
  /** Where it stands, for the thread that reads it. */
  readonly path: string;
  readonly open: () => AsyncIterable<Uint8Array>;
};

export type Uploads = {
  readonly receive: (
    ownerKey: string,
    name: string,
    bytes: AsyncIterable<Uint8Array>,
  ) => Promise<Upload>;
  /** A file of the command line on this machine, read where it stands and never deleted. */
  readonly borrow: (ownerKey: string, path: string) => Promise<Upload>;
  /** Throws `upload-not-found` for what is gone or someone else's. */
  readonly find: (ownerKey: string, uploadId: string) => Upload;
  /** The same for who looked before whose it is. */
  readonly open: (uploadId: string) => Upload;
  readonly discard: (uploadIds: readonly string[]) => Promise<void>;
  /**
   * Deletes what was handed over more than an hour ago; at the start also all that an earlier run
   * left. Returns how many.
   */
  readonly sweep: (atStart?: boolean) => Promise<number>;
};

type Kept = Upload & {
  readonly ownerKey: string;
  readonly receivedAt: number;
  readonly borrowed: boolean;
};

type Settings = {
  readonly folder: string;
  readonly now: () => Date;
  readonly newId: () => string;
  /** True while a preview still reads it; such a file stays. */
  readonly inUse?: (uploadId: string) => boolean;
};

const oneHour = 60 * 60 * 1000;

/**
 * Uploads stand in a folder of their own under random names, outside of everything that is served, and
 * are known to this process only: what an earlier one left is deleted by the first sweep.
 */
export function createUploads({ folder, now, newId, inUse = () => false }: Settings): Uploads {
  const kept = new Map<string, Kept>();

  function keep(ownerKey: string, name: string, path: string, size: number, borrowed: boolean) {
    const upload: Kept = {
      uploadId: newId(),
      name,
      size,
      open: () => createReadStream(path, { highWaterMark: 256 * 1024 }),
      ownerKey,
      path,
      receivedAt: now().getTime(),
      borrowed,
    };
    kept.set(upload.uploadId, upload);
    return upload;
  }

  async function discard(uploadIds: readonly string[]) {
    for (const uploadId of uploadIds) {
      const upload = kept.get(uploadId);
      if (upload === undefined) continue;
      kept.delete(uploadId);
      if (!upload.borrowed) await rm(upload.path, { force: true });
    }
  }

  return {
    async receive(ownerKey, name, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, newId());
      try {
        await pipeline(bytes, createWriteStream(path, { flags: "wx", mode: 0o600 }));
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
      const { size } = await stat(path);
      return keep(ownerKey, basename(name.replaceAll("\\", "/")), path, size, false);
    },
    async borrow(ownerKey, path) {
      const { size } = await stat(path);
      return keep(ownerKey, basename(path), path, size, true);
    },
    find(ownerKey, uploadId) {
      const upload = kept.get(uploadId);
      if (upload === undefined || upload.ownerKey !== ownerKey) {
        throw new KoersError("upload-not-found");
      }
      return upload;
    },
    open(uploadId) {
      const upload = kept.get(uploadId);
      if (upload === undefined) throw new KoersError("upload-not-found");
      return upload;
    },
    discard,
    async sweep(atStart = false) {
      const limit = now().getTime() - oneHour;
      const old = [...kept.values()].filter(
        ({ uploadId, receivedAt }) => receivedAt < limit && !inUse(uploadId),
      );
      await discard(old.map(({ uploadId }) => uploadId));
      const known = new Set([...kept.values()].map(({ path }) => path));
      const files = await filesIn(folder);
      const strays: string[] = [];
      for (const file of files) {
        // One that is being received is not known yet, but young.
        const isOld = !known.has(file) && (atStart || (await stat(file)).mtimeMs < limit);
        if (isOld) strays.push(file);
      }
      for (const stray of strays) await rm(stray, { force: true });
      return old.length + strays.length;
    },
  };
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).map((name) => join(folder, name));
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return [];
    throw error;
  }
}
