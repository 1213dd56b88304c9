export {
  type Books,
  type CustomerBooks,
  exampleBooks,
  type HourKind,
  type PaidInvoice,
  type Seconds,
} from "./example-books.ts";
export { type ExampleFile, exampleFiles } from "./example-files.ts";
export { type ExampleOptions, exampleFirm } from "./example-firm.ts";
export type * from "./firm.ts";
