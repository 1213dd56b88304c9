import type { PreviewFile } from "./preview-state.ts";

/** Master data before what refers to it, books before payments that pay their invoices. */
export function importOrder(files: readonly PreviewFile[]): readonly PreviewFile[] {
  const order = [
    "books",
    "customers",
    "projects",
    "invoices",
    "contacts",
    "hours",
    "open-items",
    "payments",
  ];
  const rank = (file: PreviewFile) => order.indexOf(file.report?.subject ?? "payments");
  return files.toSorted((a, b) => rank(a) - rank(b));
}
