// The few globals that Node, browsers and workers share and that the readers use. The workspace is
// compiled without DOM and Node types, so that nothing else can slip in.
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}

interface AbortSignal {
  readonly aborted: boolean;
  throwIfAborted(): void;
}
