import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { DatabaseError } from "#database-error.ts";
import type { Layout } from "./layout.ts";
import { folderError } from "./prepare-folder.ts";

/** The passwords of the three roles: 256 random bits each, readable by the owner of the folder only. */
export type Secrets = {
  readonly administrator: string;
  readonly owner: string;
  readonly application: string;
};

export function readOrCreateSecrets(layout: Layout): Secrets {
  if (existsSync(layout.secrets))
    return JSON.parse(readFileSync(layout.secrets, "utf8")) as Secrets;
  if (existsSync(layout.cluster)) {
    throw new DatabaseError("data-folder-secrets-missing", { file: layout.secrets });
  }
  const secrets: Secrets = {
    administrator: randomPassword(),
    owner: randomPassword(),
    application: randomPassword(),
  };
  const draft = `${layout.secrets}.new`;
  try {
    const file = openSync(draft, "w", 0o600);
    writeSync(file, `${JSON.stringify(secrets)}\n`);
    fsyncSync(file);
    closeSync(file);
    renameSync(draft, layout.secrets);
  } catch (cause) {
    throw folderError(layout.root, cause);
  }
  return secrets;
}

function randomPassword(): string {
  return randomBytes(32).toString("base64url");
}
