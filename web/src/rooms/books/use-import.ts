import type { FileAnswer, Preview } from "@koers/contract";
import { useCallback, useEffect, useRef, useState } from "react";
import { api, refreshAll } from "#app/api.ts";
import { describeError } from "#app/describe-error.ts";
import { usePhrases } from "#app/language.tsx";
import { upload } from "./upload.ts";

export type Uploading = { readonly file: string; readonly done: number; readonly total: number };

/** Where an import stands, from handing files over to the result; a reload finds it again. */
export function useImport() {
  const phrases = usePhrases();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [uploading, setUploading] = useState<Uploading | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [previewId, setPreviewId] = useState(() => sessionStorage.getItem(storageKey));
  const stop = useRef<AbortController | null>(null);

  const watch = useCallback((id: string | null) => {
    if (id === null) sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, id);
    setPreviewId(id);
  }, []);

  const state = preview?.state;
  useEffect(() => {
    if (previewId === null || (state !== undefined && state !== "reading" && state !== "importing"))
      return;
    let live = true;
    async function ask() {
      while (live && previewId !== null) {
        try {
          const next = await api("getPreview", { id: previewId });
          if (!live) return;
          setPreview(next);
          if (next.state === "done") await refreshAll();
          // What ended is shown once; who comes back begins anew.
          if (next.state !== "reading" && next.state !== "importing" && next.state !== "ready")
            sessionStorage.removeItem(storageKey);
          if (next.state !== "reading" && next.state !== "importing") return;
        } catch (refusal) {
          if (!live) return;
          setError(describeError(phrases, refusal));
          setPreview(null);
          watch(null);
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, 350));
      }
    }
    void ask();
    return () => {
      live = false;
    };
  }, [previewId, state, phrases, watch]);

  async function attempt(act: () => Promise<void>) {
    setError(null);
    try {
      await act();
    } catch (refusal) {
      if (refusal instanceof DOMException && refusal.name === "AbortError") return;
      setError(describeError(phrases, refusal));
    }
  }

  return {
    preview,
    uploading,
    error,
    handOver: (files: readonly File[]) =>
      void attempt(async () => {
        const controller = new AbortController();
        stop.current = controller;
        try {
          const uploadIds: string[] = [];
          for (const file of files) {
            setUploading({ file: file.name, done: 0, total: file.size });
            const { uploadId } = await upload(
              file,
              (done) => setUploading({ file: file.name, done, total: file.size }),
              controller.signal,
            );
            uploadIds.push(uploadId);
          }
          const { previewId: id } = await api("startPreview", { uploadIds });
          setPreview(null);
          watch(id);
        } finally {
          setUploading(null);
        }
      }),
    answer: (answers: readonly FileAnswer[]) =>
      void attempt(async () => {
        if (preview !== null)
          setPreview(await api("answerPreview", { id: preview.id, answers: [...answers] }));
      }),
    confirm: (answers: readonly FileAnswer[], overrides: Readonly<Record<string, string>>) =>
      void attempt(async () => {
        if (preview === null) return;
        setPreview(
          await api("confirmPreview", { id: preview.id, answers: [...answers], overrides }),
        );
      }),
    cancel: () =>
      void attempt(async () => {
        if (previewId !== null) setPreview(await api("cancelPreview", { id: previewId }));
      }),
    startOver: () => {
      stop.current?.abort();
      setUploading(null);
      setPreview(null);
      setError(null);
      watch(null);
    },
  };
}

const storageKey = "koers.preview";
