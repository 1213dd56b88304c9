import type { Context, ImportDesk } from "@koers/business";
import { exampleFiles, exampleFirm } from "@koers/example";
import type { Uploads } from "../uploads/uploads.ts";

/** The name of the example firm, as it stands in its books. */
export const exampleName = "Lijsterwal Ontwerp & Engineering B.V.";

// Answers of customers and staff are for the room that asks them, not for the books.
const surveys = new Set(["klantonderzoek.csv", "energie.csv"]);

/** Whose the example's files are while they go in. */
export const exampleOwner = "example";

export type ExampleJob = {
  readonly previewId: string;
  readonly organizationId: string;
  /** Resolves when the files are in, or the job was cancelled. */
  readonly ended: Promise<void>;
};

/**
 * Writes the example firm's files up to the last full month and has them go in as anyone's would:
 * read, shown as a preview that can be watched, and confirmed.
 */
export async function startExampleJob(
  context: Context,
  desk: ImportDesk,
  uploads: Uploads,
): Promise<ExampleJob> {
  const uploadIds: string[] = [];
  const firm = exampleFirm({ endMonth: lastMonth(context.now) });
  for (const { name, bytes } of exampleFiles(firm)) {
    if (surveys.has(name)) continue;
    const upload = await uploads.receive(exampleOwner, name, once(bytes));
    uploadIds.push(upload.uploadId);
  }
  const { previewId } = await desk.startPreview(context, { uploadIds });
  return {
    previewId,
    organizationId: context.organizationId,
    ended: bringIn(context, desk, previewId),
  };
}

async function bringIn(context: Context, desk: ImportDesk, id: string): Promise<void> {
  const preview = await desk.settled(context, id);
  if (preview.state !== "ready") return;
  await desk.confirmPreview(context, { id });
  await desk.settled(context, id);
}

function lastMonth(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1))
    .toISOString()
    .slice(0, 7);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
