import type { ErrorBody } from "@koers/contract";
import { RequestRefused } from "@koers/contract/client";
import { routes } from "#app/routes.ts";

/** Hands a file over with its progress; `fetch` cannot tell how much of a body was sent. */
export function upload(
  file: File,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<{ readonly uploadId: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${routes.uploadFile.path}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () => {
      if (request.status < 400) {
        resolve(request.response as { uploadId: string });
        return;
      }
      const { error } = (request.response ?? {
        error: { code: "internal", data: {}, requestId: "" },
      }) as ErrorBody;
      reject(new RequestRefused(request.status, error.code, error.data, error.requestId));
    };
    request.onerror = () => reject(new TypeError("network"));
    request.onabort = () => reject(new DOMException("cancelled", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
