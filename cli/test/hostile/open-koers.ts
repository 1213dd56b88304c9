import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FileReport, InputOf, OutputOf } from "@koers/contract";
import { organizationTables } from "@koers/database";
import { freshDatabase } from "@koers/database/testing";
import { openInProcess } from "@koers/server";
import { Client, escapeIdentifier } from "pg";
import type { ExitCode } from "../../src/command.ts";
import type { Connection } from "../../src/connection/connection.ts";
import { overDoor } from "../../src/connection/over-door.ts";
import { run } from "../../src/run.ts";

export type Preview = OutputOf<"getPreview">;
export type Answers = NonNullable<InputOf<"startPreview">["answers"]>;

/** A file by its name and bytes, or one that lies somewhere. */
export type GivenFile =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly path: string };

/** A line of `koers inspect --json`. */
export type Inspected = {
  readonly file: string;
  readonly format: string | null;
  readonly accepted: boolean;
  readonly problems: readonly (FileReport["problems"][number] & { readonly text: string })[];
  readonly totals: Readonly<Record<string, string | number>>;
};

export type Said = { readonly code: ExitCode; readonly out: string; readonly error: string };

/** What the page does, as the owner of an organisation. */
export type Firm = {
  readonly organizationId: string;
  readonly connection: Connection;
  /** Uploads and waits for the preview. */
  readonly look: (files: readonly GivenFile[], answers?: Answers) => Promise<Preview>;
  /** Takes a preview as it is; throws what the server refuses with. */
  readonly confirm: (preview: Preview) => Promise<Preview>;
  readonly bring: (files: readonly GivenFile[], answers?: Answers) => Promise<Preview>;
  /** Every row of the firm, by table; tables without rows left out. */
  readonly rows: () => Promise<Readonly<Record<string, readonly string[]>>>;
};

/** Koers on a database of its own, entered as the command line and as the page enter it. */
export type Koers = {
  readonly folder: string;
  readonly newFirm: () => Promise<Firm>;
  /** Types a line; `firm` is the organisation meant. */
  readonly type: (line: readonly string[], firm?: Firm) => Promise<Said>;
  /** Lays files where a line can name them. */
  readonly lay: (files: readonly GivenFile[]) => readonly string[];
  readonly inspect: (files: readonly GivenFile[]) => Promise<readonly Inspected[]>;
  readonly close: () => Promise<void>;
};

export async function openKoers(): Promise<Koers> {
  const database = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), "koers-cli-"));
  const { owner, application, administrator } = database.connections;
  const environment = {
    KOERS_DATA: join(folder, "data"),
    DATABASE_URL: urlOf(owner),
    DATABASE_APPLICATION_URL: urlOf(application),
  };
  const koers = openInProcess({
    dataFolder: environment.KOERS_DATA,
    version: "0.0.0",
    environment,
  });
  // Without `borrow`: files are uploaded, as a page does it.
  const { send, token } = koers;
  const enter = () =>
    overDoor({ url: "http://localhost", send, token, close: async () => undefined });
  const client = new Client(administrator);
  await client.connect();
  let asked: Promise<unknown> = Promise.resolve();
  // One question at a time: a connection has no more than one.
  function rowsOf(organizationId: string) {
    const answer = asked.then(() =>
      client.query<{ name: string; row: string }>(everyRow, [organizationId]),
    );
    asked = answer;
    return answer;
  }
  let written = 0;

  function pathOf(file: GivenFile): string {
    if ("path" in file) return file.path;
    const inside = mkdtempSync(join(folder, `${++written}-`));
    const path = join(inside, file.name);
    writeFileSync(path, file.bytes);
    return path;
  }

  async function type(line: readonly string[], firm?: Firm): Promise<Said> {
    let out = "";
    let error = "";
    const name = firm === undefined ? [] : ["--organization", firmNames.get(firm) as string];
    const code = await run([...line, ...name], {
      write: (text) => {
        out += text;
      },
      writeError: (text) => {
        error += text;
      },
      interactive: false,
      showsProgress: false,
      width: 100,
      ask: async () => "",
      environment,
      folder,
      signal: new AbortController().signal,
    });
    return { code, out, error };
  }

  const firmNames = new Map<Firm, string>();

  async function newFirm(): Promise<Firm> {
    const connection = enter();
    const name = `Firm ${firmNames.size + 1}`;
    const { organization } = await connection.call("createOrganization", { name });
    if (organization === null) throw new Error("no organisation was made");
    const organizationId = organization.id;
    connection.useOrganization(organizationId);
    async function settled(id: string): Promise<Preview> {
      for await (const preview of connection.watch(id, AbortSignal.timeout(60_000)))
        if (preview.state !== "reading" && preview.state !== "importing") return preview;
      throw new Error("the preview went away");
    }
    const firm: Firm = {
      organizationId,
      connection,
      async look(files, answers = []) {
        const uploadIds: string[] = [];
        for (const file of files) uploadIds.push((await connection.upload(pathOf(file))).uploadId);
        const { previewId } = await connection.call("startPreview", { uploadIds, answers });
        return settled(previewId);
      },
      async confirm({ id }) {
        await connection.call("confirmPreview", { id });
        return settled(id);
      },
      async bring(files, answers) {
        return firm.confirm(await firm.look(files, answers));
      },
      async rows() {
        const found: Record<string, string[]> = {};
        const { rows } = await rowsOf(organizationId);
        for (const { name, row } of rows) {
          found[name] ??= [];
          found[name].push(row);
        }
        return found;
      },
    };
    firmNames.set(firm, name);
    return firm;
  }

  return {
    folder,
    newFirm,
    type,
    lay: (files) => files.map(pathOf),
    async inspect(files) {
      const { out, error } = await type(["inspect", "--json", ...files.map(pathOf)]);
      const lines = out.split("\n").filter((line) => line !== "");
      if (error !== "") throw new Error(error);
      return lines.map((line) => JSON.parse(line) as Inspected);
    },
    async close() {
      await client.end();
      await koers.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const everyRow = `${organizationTables
  .map(
    (table) =>
      `select '${table}' as name, to_jsonb(t)::text as row from ${escapeIdentifier(table)} t
       where organization_id = $1`,
  )
  .join(" union all ")} order by 1, 2`;

type Connected = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
};

function urlOf({ host, port, user, password, database }: Connected): string {
  const at = [user, password, host].map(encodeURIComponent);
  return `postgres://${at[0]}:${at[1]}@${at[2]}:${port}/${database}`;
}
