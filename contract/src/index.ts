export { booksOperations } from "./books/operations.ts";
export { type FileProblemCode, fileProblemCodes } from "./books/problem-code.ts";
export * from "./books/shapes.ts";
export { choiceOperations } from "./choice/operations.ts";
export * from "./choice/shapes.ts";
export {
  addressOf,
  type Client,
  type ClientRequest,
  type ClientResponse,
  client,
  type InputOf,
  type OutputOf,
  RequestRefused,
  type Routes,
  type Send,
} from "./client.ts";
export { customerOperations } from "./customers/operations.ts";
export * from "./customers/shapes.ts";
export { type ErrorBody, type ErrorCode, errorCodes } from "./error-code.ts";
export { type FactKey, facts } from "./facts/catalogue.ts";
export type { Fact, FactNeed, FactUnit } from "./facts/fact.ts";
export * from "./money.ts";
export { type Operation, operation, type Role } from "./operation.ts";
export { type OperationId, type Operations, operations } from "./operations.ts";
export { memberOperations } from "./people/member-operations.ts";
export {
  Language,
  type MemberRole,
  OrganizationSettings,
  peopleOperations,
  Session,
} from "./people/operations.ts";
export { routes } from "./routes.ts";
