import { join } from "node:path";

/** Where everything of the embedded engine stands inside the data folder. */
export type Layout = {
  readonly root: string;
  readonly cluster: string;
  readonly lock: string;
  readonly secrets: string;
  readonly startLog: string;
  readonly binaries: string;
};

export function layoutOf(folder: string): Layout {
  const root = join(folder, "postgres");
  return {
    root,
    cluster: join(root, "cluster"),
    lock: join(root, "koers.lock"),
    secrets: join(root, "secrets.json"),
    startLog: join(root, "start.log"),
    binaries: join(root, "binaries"),
  };
}
