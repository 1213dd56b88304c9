import path from "node:path";
import { copySources } from "./copy-sources.ts";
import { type Fault, type Finding, type Guard, plant } from "./fault.ts";
import { faults } from "./faults.ts";
import { look } from "./look.ts";

export type Proof = { readonly fault: Fault; readonly caught: boolean; readonly said: string };

/** Plants the faults of each guard in a fresh copy of the sources, and has the guard look at it. */
export function proveGuards(root: string, guards: readonly Guard[]): readonly Proof[] {
  return guards.flatMap((guard) => {
    const own = faults.filter((fault) => fault.guard === guard);
    const copy = copySources(root);
    try {
      for (const fault of own) plant(copy.root, fault);
      const findings = look[guard](
        copy.root,
        own.map(({ file }) => file),
      );
      return own.map((fault) => proofOf(fault, findings, copy.root));
    } finally {
      copy.remove();
    }
  });
}

function proofOf(fault: Fault, findings: readonly Finding[], root: string): Proof {
  const about = findings.filter(
    ({ file }) => file === "" || path.resolve(root, file) === path.join(root, fault.file),
  );
  return {
    fault,
    caught: about.some(({ said }) => said === fault.caughtBy),
    said: [...new Set(about.map(({ said }) => said))].join("; ").slice(0, 200),
  };
}
