import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { FileAnswer, Preview } from "@koers/contract";
import { createOrganizationRow } from "@koers/database";
import { type FreshDatabase, freshDatabase } from "@koers/database/testing";
import { type Source, sourceFromBytes } from "@koers/formats";
import { createImportDesk, type ImportDesk } from "../../src/books/index.ts";
import type { Context } from "../../src/context.ts";
import { refreshSums } from "../../src/customers/index.ts";

/** An organisation with an import desk, on a database of its own. */
export type Office = {
  readonly database: FreshDatabase;
  readonly context: Context;
  readonly desk: ImportDesk;
  /** Hands files over, takes the preview as it is, and waits until all is in. */
  readonly bring: (
    sources: readonly Source[],
    more?: {
      readonly answers?: readonly FileAnswer[];
      readonly overrides?: Readonly<Record<string, string>>;
    },
  ) => Promise<Preview>;
  readonly preview: (
    sources: readonly Source[],
    answers?: readonly FileAnswer[],
  ) => Promise<Preview>;
  readonly upload: (source: Source) => string;
  readonly uploads: ReadonlyMap<string, Source>;
};

export async function openOffice(database?: FreshDatabase): Promise<Office> {
  const base = database ?? (await freshDatabase());
  const organizationId = randomUUID();
  const now = new Date("2026-11-21T10:00:00Z");
  await base.withOrganization(organizationId, (transaction) =>
    createOrganizationRow(transaction, { organizationId, name: "Voorbeeld", kind: "real", now }),
  );
  const context: Context = {
    ...{ database: base, organizationId, now, newId: randomUUID },
    accountId: null,
    role: "owner",
  };
  const uploads = new Map<string, Source>();
  const desk = createImportDesk({
    database: base,
    openUpload: (uploadId) => {
      const source = uploads.get(uploadId);
      if (source === undefined) throw new Error(`no upload ${uploadId}`);
      return source;
    },
    releaseUpload: (uploadId) => {
      uploads.delete(uploadId);
    },
    now: () => now,
    newId: randomUUID,
    refreshSums,
  });
  function upload(source: Source): string {
    const uploadId = randomUUID();
    uploads.set(uploadId, source);
    return uploadId;
  }
  async function preview(sources: readonly Source[], answers: readonly FileAnswer[] = []) {
    const { previewId } = await desk.startPreview(context, {
      uploadIds: sources.map(upload),
      answers,
    });
    return desk.settled(context, previewId);
  }
  return {
    ...{ database: base, context, desk, upload, uploads, preview },
    async bring(sources, more = {}) {
      const { id } = await preview(sources, more.answers);
      await desk.confirmPreview(context, { id, overrides: more.overrides ?? {} });
      return desk.settled(context, id);
    },
  };
}

export const samplesFolder = resolve(
  import.meta.dirname,
  "../../..",
  process.env["KOERS_SAMPLES"] ?? "../shared/data",
);

export function sampleBytes(path: string): Uint8Array {
  return readFileSync(join(samplesFolder, path));
}

export function sample(path: string, name = path.split("/").at(-1) as string): Source {
  return sourceFromBytes(name, sampleBytes(path));
}

export function text(name: string, content: string): Source {
  return sourceFromBytes(name, new TextEncoder().encode(content));
}
