export {
  type Books,
  type CustomerBooks,
  exampleBooks,
  type HourKind,
  hourKinds,
  type PaidInvoice,
  type Seconds,
} from "./example-books.ts";
export { type ExampleFile, exampleFiles } from "./example-files.ts";
export { type ExampleOptions, exampleFirm } from "./example-firm.ts";
export { activityNames } from "./files/hours-csv.ts";
export type * from "./firm.ts";
