export { type Configuration, defaultPort } from "./configuration.ts";
export { explainStart } from "./explain-start.ts";
export { type Application, createApplication } from "./http/application.ts";
export { type RuntimeFile, readRuntimeFile } from "./runtime-file.ts";
export type { Services } from "./services.ts";
export { StartError, type StartErrorCode } from "./start-error.ts";
export { type RunningServer, type StartOptions, startServer } from "./start-server.ts";
