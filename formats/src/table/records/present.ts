type Present<Value> = { [Key in keyof Value]?: Exclude<Value[Key], undefined> };

/** The object without the keys whose value is undefined: a field that the file does not give is absent. */
export function present<Value extends Readonly<Record<string, unknown>>>(
  value: Value,
): Present<Value> {
  const kept: Record<string, unknown> = {};
  for (const key in value) if (value[key] !== undefined) kept[key] = value[key];
  return kept as Present<Value>;
}
