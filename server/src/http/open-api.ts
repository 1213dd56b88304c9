import { errorCodes, type Operation, operations } from "@koers/contract";
import { z } from "zod";

/** The description of the API, OpenAPI 3.1, made from the registry that the routes are made from. */
export function openApi(version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of Object.values<Operation>(operations)) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  }
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: { title: "Koers", version },
    paths,
    components: { schemas: { Error: errorSchema } },
  };
}

const errorSchema = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "data", "requestId"],
      properties: {
        code: { enum: [...errorCodes] },
        data: { type: "object" },
        requestId: { type: "string" },
      },
    },
  },
};

type Schema = Readonly<Record<string, unknown>> & {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};

function describe(operation: Operation): Record<string, unknown> {
  const input = schemaOf(operation.input, "input");
  const properties = Object.entries(input.properties ?? {});
  const inPath = new Set(
    [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string),
  );
  const inQuery = ["get", "delete"].includes(operation.method) || operation.body === "bytes";
  const left = properties.filter(([name]) => !inPath.has(name));
  return {
    operationId: operation.id,
    summary: operation.summary,
    "x-koers-role": operation.role,
    parameters: [
      ...properties
        .filter(([name]) => inPath.has(name))
        .map(([name, schema]) => ({ name, in: "path", required: true, schema })),
      ...(inQuery ? left : []).map(([name, schema]) => ({
        name,
        in: "query",
        required: input.required?.includes(name) ?? false,
        schema,
      })),
    ],
    ...requestBody(operation, inQuery, left, input),
    responses: {
      "200": { description: "Done", content: answerContent(operation) },
      default: {
        description: "Refused",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
      },
    },
  };
}

function requestBody(
  operation: Operation,
  inQuery: boolean,
  left: readonly (readonly [string, Schema])[],
  input: Schema,
): Record<string, unknown> {
  if (operation.body === "bytes") {
    return { requestBody: { required: true, content: { "application/octet-stream": {} } } };
  }
  if (inQuery) return {};
  const names = new Set(left.map(([name]) => name));
  const schema = {
    type: "object",
    properties: Object.fromEntries(left),
    required: (input.required ?? []).filter((name) => names.has(name)),
    additionalProperties: false,
  };
  return { requestBody: { required: true, content: { "application/json": { schema } } } };
}

function answerContent(operation: Operation): Record<string, unknown> {
  if (operation.response === "file") return { "application/octet-stream": {} };
  const type = operation.response === "events" ? "text/event-stream" : "application/json";
  return { [type]: { schema: schemaOf(operation.output, "output") } };
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Schema {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, target: "draft-2020-12" });
  return described as Schema;
}
