import type { FileAnswer, OutputOf, Preview } from "@koers/contract";
import type { Context } from "../context.ts";
import { KoersError } from "../koers-error.ts";
import { groupParts } from "./group-parts.ts";
import type { ImportDeskOptions } from "./import-desk-options.ts";
import { importOrder } from "./import-order.ts";
import { importPreviewFile } from "./import-preview-file.ts";
import { uniqueNames } from "./inspect-files.ts";
import { mayImport } from "./may-import.ts";
import { previewError } from "./preview-error.ts";
import { mergeAnswers, type PreviewFile, type PreviewState, previewOf } from "./preview-state.ts";
import {
  learnOwn,
  planPreviewFile,
  type ReadPreviewOptions,
  readPreviewFile,
} from "./read-preview.ts";

export type ImportDesk = {
  readonly startPreview: (
    context: Context,
    input: { readonly uploadIds: readonly string[]; readonly answers?: readonly FileAnswer[] },
  ) => Promise<OutputOf<"startPreview">>;
  readonly getPreview: (context: Context, input: { readonly id: string }) => Promise<Preview>;
  /** Calls `see` with the preview as it is and at every change; the answer ends that. */
  readonly watch: (context: Context, id: string, see: (preview: Preview) => void) => () => void;
  readonly answerPreview: (
    context: Context,
    input: { readonly id: string; readonly answers: readonly FileAnswer[] },
  ) => Promise<Preview>;
  readonly confirmPreview: (
    context: Context,
    input: {
      readonly id: string;
      readonly answers?: readonly FileAnswer[];
      readonly overrides?: Readonly<Record<string, string>>;
    },
  ) => Promise<Preview>;
  readonly cancelPreview: (context: Context, input: { readonly id: string }) => Promise<Preview>;
  /** Waits until a preview has nothing under way; for scripts and tests. */
  readonly settled: (context: Context, id: string) => Promise<Preview>;
};

const keptFor = 60 * 60 * 1000;
const final: ReadonlySet<Preview["state"]> = new Set(["done", "cancelled", "failed"]);

/**
 * Where files are dropped, looked at, asked about and imported. Reading and importing go on in the
 * background; whoever watches hears of it. All of it is in memory but the import itself, which is one
 * transaction per file.
 */
export function createImportDesk(options: ImportDeskOptions): ImportDesk {
  const previews = new Map<string, PreviewState>();

  function find(context: Context, id: string): PreviewState {
    const state = previews.get(id);
    if (state === undefined || state.organizationId !== context.organizationId)
      throw new KoersError("preview-not-found");
    state.touchedAt = options.now().getTime();
    return state;
  }

  function changed(state: PreviewState): void {
    const preview = previewOf(state);
    for (const see of state.watchers) see(preview);
  }

  function forgetOld(): void {
    const before = options.now().getTime() - keptFor;
    for (const state of previews.values()) {
      if (state.touchedAt >= before || state.state === "importing") continue;
      state.abort.abort();
      previews.delete(state.id);
      void releaseAll(state);
    }
  }

  async function releaseAll(state: PreviewState): Promise<void> {
    for (const uploadId of state.uploadIds) await options.releaseUpload(uploadId);
  }

  function progress(
    state: PreviewState,
    file: PreviewFile | null,
    total: number,
  ): (stage: Preview["progress"]["stage"], bytes: number) => void {
    let told = 0;
    return (stage, bytes) => {
      const now = performance.now();
      const step = stage !== state.progress.stage || file?.name !== state.progress.file;
      state.progress = { stage, file: file?.name ?? null, done: Math.min(bytes, total), total };
      if (!step && now - told < 100) return;
      told = now;
      changed(state);
    };
  }

  function readOptions(state: PreviewState, file: PreviewFile, total: number): ReadPreviewOptions {
    return {
      database: options.database,
      organizationId: state.organizationId,
      today: options.now().toISOString().slice(0, 10),
      newId: options.newId,
      openUpload: options.openUpload,
      readers: options.readers,
      signal: state.abort.signal,
      onProgress: progress(state, file, total),
    };
  }

  async function read(state: PreviewState, files: readonly PreviewFile[]): Promise<void> {
    for (const file of files) {
      if (file.answer?.skip === true) continue;
      const size = sizeOf(file);
      await readPreviewFile(file, readOptions(state, file, size), null);
      changed(state);
    }
    const invoices = files.filter((file) => file.analysis?.file.kind === "e-invoices");
    const told = invoices.some((file) => file.own?.some((firm) => firm.kvk ?? firm.vatId));
    const learned = told
      ? null
      : learnOwn(invoices.flatMap(({ analysis }) => (analysis === undefined ? [] : [analysis])));
    if (learned !== null)
      for (const file of invoices)
        await readPreviewFile(file, readOptions(state, file, sizeOf(file)), learned);
  }

  function sizeOf(file: PreviewFile): number {
    return file.uploadIds.reduce((size, uploadId) => size + options.openUpload(uploadId).size, 0);
  }

  /** Runs work in the background and ends in a state whatever happens. */
  function run(state: PreviewState, work: () => Promise<Preview["state"]>): void {
    const abort = new AbortController();
    state.abort = abort;
    state.error = null;
    state.work = work()
      .then((ended) => {
        state.state = ended;
      })
      .catch((error: unknown) => {
        state.state = abort.signal.aborted ? "cancelled" : "failed";
        state.error = abort.signal.aborted ? null : previewError(error);
      })
      .then(async () => {
        if (final.has(state.state)) {
          state.progress = { ...state.progress, stage: "done" };
          await releaseAll(state);
        } else state.progress = { stage: "waiting", file: null, done: 0, total: 0 };
        changed(state);
      });
  }

  async function importAll(
    state: PreviewState,
    context: Context,
    overrides: Readonly<Record<string, string>>,
  ): Promise<Preview["state"]> {
    for (const file of importOrder(state.files)) {
      if (file.answer?.skip === true) continue;
      // What came in just before may hold its customers, or the invoices that it pays.
      if (state.results.some(({ outcome }) => outcome === "imported"))
        await planPreviewFile(file, readOptions(state, file, sizeOf(file)));
      const result = await importPreviewFile(
        {
          ...{ options, context, signal: state.abort.signal },
          onProgress: progress(state, file, sizeOf(file)),
        },
        file,
        overrides[file.name],
      );
      state.results.push(result);
      changed(state);
      if (result.outcome === "cancelled") return "cancelled";
    }
    return "done";
  }

  return {
    async startPreview(context, { uploadIds, answers = [] }) {
      forgetOld();
      const sources = uploadIds.map(options.openUpload);
      const names = uniqueNames(sources.map((source) => source.name));
      const groups = await groupParts(sources, options.readers);
      const state: PreviewState = {
        id: options.newId(),
        organizationId: context.organizationId,
        uploadIds,
        watchers: new Set(),
        files: groups.map((group) => {
          const name = names[group[0] as number] as string;
          const answer = answers.find((one) => one.file === name);
          return { name, uploadIds: group.map((at) => uploadIds[at] as string), answer };
        }),
        state: "reading",
        progress: { stage: "reading", file: null, done: 0, total: 0 },
        results: [],
        error: null,
        abort: new AbortController(),
        work: Promise.resolve(),
        touchedAt: options.now().getTime(),
      };
      previews.set(state.id, state);
      run(state, async () => {
        await read(state, state.files);
        return "ready";
      });
      return { previewId: state.id };
    },

    async getPreview(context, { id }) {
      return previewOf(find(context, id));
    },

    watch(context, id, see) {
      const state = find(context, id);
      state.watchers.add(see);
      see(previewOf(state));
      return () => state.watchers.delete(see);
    },

    async answerPreview(context, { id, answers }) {
      const state = find(context, id);
      if (state.state !== "ready") throw new KoersError("import-in-progress");
      await answer(state, answers);
      return previewOf(state);
    },

    async confirmPreview(context, { id, answers = [], overrides = {} }) {
      const state = find(context, id);
      if (state.state !== "ready") throw new KoersError("import-in-progress");
      await answer(state, answers);
      for (const file of state.files)
        if (
          file.answer?.skip !== true &&
          state.files.length === 1 &&
          !mayImport(file, overrides[file.name])
        )
          throw new KoersError("import-not-accepted", { file: file.name });
      state.state = "importing";
      run(state, () => importAll(state, context, overrides));
      changed(state);
      return previewOf(state);
    },

    async cancelPreview(context, { id }) {
      const state = find(context, id);
      if (!final.has(state.state)) {
        state.abort.abort();
        await state.work;
        if (!final.has(state.state)) {
          state.state = "cancelled";
          await releaseAll(state);
          changed(state);
        }
      }
      return previewOf(state);
    },

    async settled(context, id) {
      const state = find(context, id);
      await state.work;
      return previewOf(state);
    },
  };

  async function answer(state: PreviewState, answers: readonly FileAnswer[]): Promise<void> {
    const again: PreviewFile[] = [];
    const planned: PreviewFile[] = [];
    for (const said of answers) {
      const file = state.files.find((one) => one.name === said.file);
      if (file === undefined) throw new KoersError("input-invalid", { field: "file" });
      file.answer = mergeAnswers(file.answer, said);
      const { file: _, skip, matches, activityKinds, ...reading } = said;
      if (Object.values(reading).some((value) => value !== undefined)) again.push(file);
      else if (skip === false && file.report === undefined) again.push(file);
      else if (matches !== undefined) planned.push(file);
      if (activityKinds !== undefined) nameKinds(file, activityKinds);
    }
    if (again.length === 0 && planned.length === 0) return;
    state.state = "reading";
    run(state, async () => {
      await read(state, again);
      for (const file of planned)
        if (!again.includes(file))
          await planPreviewFile(file, readOptions(state, file, sizeOf(file)));
      return "ready";
    });
    changed(state);
    await state.work;
    if (state.error !== null) throw new KoersError("internal", state.error.data);
  }
}

function nameKinds(file: PreviewFile, kinds: NonNullable<FileAnswer["activityKinds"]>): void {
  if (file.report === undefined) return;
  const activities = file.report.activities.map((activity) => ({
    ...activity,
    kind: kinds[activity.name] ?? activity.kind,
  }));
  file.report = { ...file.report, activities };
}
