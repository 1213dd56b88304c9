import { bringFiles, uploadFile } from "./bring-files.ts";
import type { Visitor } from "./visitor.ts";

export type FirmIds = Awaited<ReturnType<typeof seedFirm>>;

/** A small firm with one of everything that has an id. Every text of it carries `mark`. */
export async function seedFirm(visitor: Visitor, mark: string) {
  const names = ["Noord", "Zuid", "Oost"].map((side) => `${mark} ${side} BV`);
  const invoices = names.map(
    (name, index) => `${mark}-${index};2026-0${index + 1}-15;${name};${index + 1}000,50;EUR`,
  );
  const done = await bringFiles(visitor, {
    [`${mark}-facturen.csv`]: `Factuurnummer;Factuurdatum;Klant;Bedrag excl. btw;Valuta\n${invoices.join("\n")}\n`,
    [`${mark}-uren.csv`]: `Datum;Medewerker;Klant;Activiteit;Uren\n2026-01-15;${mark} Piet;${names[0]};${mark} advies;7,5\n2026-02-16;${mark} Piet;${names[1]};${mark} advies;3,25\n`,
  });
  const importIds = done.results.map(({ importId }) => importId as number);
  const { body: found } = await visitor.get("/api/v1/customers?search=");
  const [customerId, otherId] = found.customers.map(({ id }: { id: string }) => id) as string[];
  const customer = `/api/v1/customers/${customerId}`;
  const { body: details } = await visitor.get(customer);
  const { body: note } = await visitor.post(`${customer}/notes`, { text: `${mark} note` });
  const { body: view } = await visitor.post("/api/v1/saved-views", {
    room: "customers",
    name: `${mark} view`,
    settings: {},
  });
  const { body: people } = await visitor.get("/api/v1/people-rates");
  const { body: activities } = await visitor.get("/api/v1/activities");
  const { body: edit } = await visitor.send(
    "PATCH",
    customer,
    JSON.stringify({ fields: { city: `${mark} stad` } }),
  );
  const uploadId = await uploadFile(visitor, `${mark}.csv`, "a;b\n1;2\n");
  const { body: preview } = await visitor.post("/api/v1/previews", { uploadIds: [uploadId] });
  const { body: invitation } = await visitor.post("/api/v1/invitations", {
    role: "member",
    name: `${mark} nieuw`,
  });
  const { body: exception } = await visitor.post("/api/v1/exceptions", {
    customerId,
    content: { reason: "experience", targetGroup: `${mark} groep`, delivered: `${mark} scan` },
  });
  await visitor.post(`/api/v1/exceptions/${exception.id}/read`);
  const { body: session } = await visitor.get("/api/v1/session");
  const ids = {
    mark,
    organizationId: session.organization.id as string,
    customerId: customerId as string,
    otherId: otherId as string,
    importId: Math.max(...importIds),
    relationId: details.relations[0].id as string,
    noteId: note.id as string,
    viewId: view.id as string,
    personId: people.people[0].id as string,
    activityKey: activities.activities[0].key as string,
    accountId: session.account.id as string,
    invitationId: invitation.id as string,
    invitationToken: invitation.token as string,
    exceptionId: exception.id as string,
    undoStepId: edit.undoStepId as string,
    uploadId,
    previewId: preview.previewId as string,
  };
  for (const [name, id] of Object.entries(ids)) if (id === undefined) throw new Error(`no ${name}`);
  return ids;
}
