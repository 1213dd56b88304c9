import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const binaries = "/usr/lib/postgresql/15/bin";

/** Whether Debian's package is installed. */
export function hasOldestServer(): boolean {
  return existsSync(binaries);
}

/** A throw-away cluster of Debian's PostgreSQL 15, without durability, on a socket of its own. */
export function startOldestServer(): { readonly url: string; readonly stop: () => void } {
  if (!existsSync(binaries)) {
    throw new Error(
      `${binaries} is not there: install PostgreSQL 15 (apt-get install postgresql-15) or set KOERS_TEST_DATABASE_URL`,
    );
  }
  const user = serverUser();
  const folder = mkdtempSync(path.join(tmpdir(), "koers-oldest-"));
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const cluster = path.join(folder, "cluster");
  const run = (program: string, ...options: string[]) => {
    const done = spawnSync(path.join(binaries, program), ["-D", cluster, ...options], {
      cwd: "/",
      encoding: "utf8",
      // The server inherits what pg_ctl has; a pipe would stay open for as long as it runs.
      stdio: ["ignore", "ignore", "inherit"],
      ...(user ?? {}),
    });
    if (done.status !== 0) throw new Error(`${program} ended with ${String(done.status)}`);
  };
  try {
    run(
      "initdb",
      "--username=postgres",
      "--auth=trust",
      "--encoding=UTF8",
      "--locale=C",
      "--no-sync",
    );
    const settings = [
      "listen_addresses=",
      `unix_socket_directories=${folder}`,
      "fsync=off",
      "synchronous_commit=off",
      "full_page_writes=off",
    ];
    const options = settings.map((setting) => `-c ${setting}`).join(" ");
    run("pg_ctl", "start", "-w", "-s", "-l", path.join(folder, "log"), "-o", options);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    url: `postgres://postgres:postgres@/postgres?host=${encodeURIComponent(folder)}`,
    stop() {
      run("pg_ctl", "stop", "-m", "immediate", "-s");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL does not run as root; Debian's package brings its user. */
function serverUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const [uid, gid] = ["-u", "-g"].map((flag) =>
    Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout.trim()),
  );
  if (!uid || !gid) throw new Error("there is no user postgres to run PostgreSQL 15 as");
  return { uid, gid };
}
