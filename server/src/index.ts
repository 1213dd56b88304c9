export { type Configuration, defaultPort } from "./configuration.ts";
export { prepareDataFolder as checkDataFolder } from "./data-folder.ts";
export { explainStart } from "./explain-start.ts";
export { type Application, createApplication } from "./http/application.ts";
export { type InProcess, openInProcess } from "./open-in-process.ts";
export { type RuntimeFile, readRuntimeFile } from "./runtime-file.ts";
export type { Services } from "./services.ts";
export { StartError, type StartErrorCode } from "./start-error.ts";
export { type RunningServer, type StartOptions, startServer } from "./start-server.ts";
