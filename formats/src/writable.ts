/** Readonly properties made assignable, to fill a record field by field. */
export type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
