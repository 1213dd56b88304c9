import { z } from "zod";

/** The same shape, refusing keys that it does not know, all the way down. */
export function strictSchema(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodObject) {
    const shape = Object.entries(schema.shape as Record<string, z.ZodType>).map(
      ([key, field]) => [key, strictSchema(field)] as const,
    );
    return z.strictObject(Object.fromEntries(shape));
  }
  if (schema instanceof z.ZodArray) {
    const strict = z.array(strictSchema(schema.element as z.ZodType));
    return strict.check(...((schema.def.checks ?? []) as []));
  }
  if (schema instanceof z.ZodOptional) return strictSchema(schema.unwrap() as z.ZodType).optional();
  if (schema instanceof z.ZodNullable) return strictSchema(schema.unwrap() as z.ZodType).nullable();
  if (schema instanceof z.ZodDefault) {
    return strictSchema(schema.unwrap() as z.ZodType).default(schema.def.defaultValue as never);
  }
  return schema;
}
