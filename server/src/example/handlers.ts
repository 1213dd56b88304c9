import { type Context, enterExample, KoersError, removeExample } from "@koers/business";
import { isLoopback } from "../configuration.ts";
import type { Call, Handlers } from "../http/handler.ts";
import { sessionOf } from "../http/people/handlers.ts";
import { faultOf } from "../log.ts";
import type { Services } from "../services.ts";
import { type ExampleJob, exampleName, startExampleJob } from "./example-job.ts";

const jobs = new WeakMap<Services, ExampleJob>();

export const exampleHandlers: Pick<Handlers, "loadExample" | "removeExample"> = {
  async loadExample(_, call) {
    await requireWelcome(call);
    const installation = await call.installation();
    const { identity, organizationId, token } = await enterExample(
      installation,
      call.identity,
      exampleName,
    );
    if (token !== undefined) call.setSession(token);
    const { database, now, newId } = installation;
    const context = {
      database,
      organizationId,
      accountId: null,
      role: "owner",
      now,
      newId,
    } as const;
    const { previewId } = await jobFor(call.services, context);
    return { session: await sessionOf(call, identity), jobId: previewId };
  },

  async removeExample(_, call) {
    const { services } = call;
    const installation = await call.installation();
    const job = jobs.get(services);
    if (job !== undefined) {
      const { database, now, newId } = installation;
      const { organizationId, previewId } = job;
      const context = {
        database,
        organizationId,
        accountId: null,
        role: "owner",
        now,
        newId,
      } as const;
      const desk = await services.importDesk();
      await desk.cancelPreview(context, { id: previewId });
      await job.ended;
      jobs.delete(services);
    }
    if (!(await removeExample(installation))) throw new KoersError("example-not-loaded");
    return sessionOf(call, await call.identifyAgain());
  },
};

/** Without an account one may look around on the machine itself, until there is an account. */
async function requireWelcome(call: Call): Promise<void> {
  if (call.identity.kind !== "anonymous") return;
  const { firstVisit } = await sessionOf(call, call.identity);
  const here = call.fromThisMachine && isLoopback(call.services.configuration.host);
  if (!firstVisit || !here) throw new KoersError("not-signed-in");
}

/** The job that brings the example in; one that ran before this process started is finished by a new one. */
async function jobFor(services: Services, context: Context): Promise<ExampleJob> {
  const desk = await services.importDesk();
  const known = jobs.get(services);
  if (known !== undefined && known.organizationId === context.organizationId) return known;
  const job = await startExampleJob(context, desk, services.uploads);
  jobs.set(services, job);
  job.ended.catch((error: unknown) => {
    services.log("error", { event: "fault", operation: "loadExample", ...faultOf(error) });
  });
  return job;
}
