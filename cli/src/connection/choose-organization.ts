import type { OutputOf } from "@koers/contract";
import { WrongUse } from "../wrong-use.ts";

type Organization = OutputOf<"getSession">["organizations"][number];

/** The organisation that is meant: the named one, or the only one; undefined where there is none yet. */
export function chooseOrganization(
  all: readonly Organization[],
  named: string | undefined,
): Organization | undefined {
  if (named !== undefined) {
    const wanted = named.toLowerCase();
    const found = all.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
    if (found === undefined) throw new WrongUse("noSuchOrganization", { name: named });
    return found;
  }
  if (all.length > 1) {
    const names = all.map(({ name }) => name).join(", ");
    throw new WrongUse("organization", { names });
  }
  return all[0];
}
