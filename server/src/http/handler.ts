import type { Context as BusinessContext, Identity, Installation } from "@koers/business";
import type { OperationId, Operations } from "@koers/contract";
import type { z } from "zod";
import type { Services } from "../services.ts";

/** Operations whose answer is a download. */
export type FileOperation = "exportPortfolio" | "exportOrganization";
/** Operations whose answer is a stream of events. */
export type EventOperation = "watchPreview";

export type Download = {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Uint8Array | string | AsyncIterable<Uint8Array>;
};

/** One request, as a handler sees it. */
export type Call = {
  readonly services: Services;
  readonly identity: Identity;
  /** Whose uploads and previews these are. */
  readonly ownerKey: string;
  /** Where it comes from; an IPv6 address is cut to its network. */
  readonly address: string;
  /** True for a request from this machine itself. */
  readonly fromThisMachine: boolean;
  /** The session's token as it came, or null. */
  readonly token: string | null;
  readonly signal: AbortSignal;
  /** The file that came along, for operations that take one. */
  readonly body: AsyncIterable<Uint8Array> | null;
  readonly installation: () => Promise<Installation>;
  /** Who asks, after something was changed about that. */
  readonly identifyAgain: () => Promise<Identity>;
  /** For the organisation that the asker is in, with the role that it has there. */
  readonly context: () => Promise<BusinessContext>;
  /** Sets the session's cookie, or takes it away. */
  readonly setSession: (token: string | null) => void;
};

export type Input<Id extends OperationId> = z.output<Operations[Id]["input"]>;
export type Output<Id extends OperationId> = z.output<Operations[Id]["output"]>;

export type Answer<Id extends OperationId> = Id extends FileOperation
  ? Download
  : Id extends EventOperation
    ? AsyncIterable<Output<Id>>
    : Output<Id>;

export type Handler<Id extends OperationId> = (input: Input<Id>, call: Call) => Promise<Answer<Id>>;

/** A handler for every operation: one that is missing does not compile. */
export type Handlers = { readonly [Id in OperationId]: Handler<Id> };
