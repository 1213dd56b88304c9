import { totalmem } from "node:os";

const megabyte = 1024 * 1024;

/**
 * How PostgreSQL runs inside Koers. Given on the command line at each start, so that a new release
 * changes them without touching the cluster.
 */
export function serverSettings(durable: boolean): readonly string[] {
  const memory = totalmem() / megabyte;
  return [
    `shared_buffers=${Math.round(Math.min(1024, Math.max(128, memory / 16)))}MB`,
    `effective_cache_size=${Math.round(Math.max(256, memory / 4))}MB`,
    "work_mem=32MB",
    "maintenance_work_mem=128MB",
    "max_connections=40",
    "max_wal_size=2GB",
    "random_page_cost=1.1",
    "jit=off",
    "timezone=UTC",
    "log_timezone=UTC",
    "password_encryption=scram-sha-256",
    // The engine's log tells of the engine, never of what customers' rows hold: no statement, no
    // detail ("Key (name)=(...) already exists"), no failed input.
    "logging_collector=on",
    "log_directory=log",
    "log_filename=postgresql-%a.log",
    "log_truncate_on_rotation=on",
    "log_rotation_size=0",
    "log_checkpoints=off",
    "log_min_messages=log",
    "log_min_error_statement=panic",
    "log_error_verbosity=terse",
    // Tests alone give up durability, for speed.
    ...(durable ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]),
  ];
}
