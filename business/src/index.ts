export * from "./books/index.ts";
export * from "./choice/index.ts";
export type { Context } from "./context.ts";
export * from "./customers/index.ts";
export { KoersError } from "./koers-error.ts";
export * from "./people/index.ts";
