import type { OperationId } from "@koers/contract";
import { type Client, client, type InputOf, type OutputOf } from "@koers/contract/client";
import { QueryClient, queryOptions } from "@tanstack/react-query";
import { routes } from "./routes.ts";

/** The server as typed functions. */
export const api: Client = client(routes, async ({ method, url, headers, body }) =>
  fetch(url, {
    method,
    headers: { accept: "application/json", ...headers },
    credentials: "same-origin",
    ...(body === undefined ? {} : { body: body as BodyInit }),
  }),
);

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 15_000, retry: 1, refetchOnWindowFocus: true } },
});

/** A reading operation as a query; its key is the operation and its input. */
export function reading<Id extends OperationId>(id: Id, input: InputOf<Id>) {
  return queryOptions<OutputOf<Id>>({
    queryKey: [id, input],
    queryFn: () => api(id, input),
  });
}

/** After a change everything shown is asked for again: figures hang together. */
export async function refreshAll(): Promise<void> {
  await queryClient.invalidateQueries();
}
