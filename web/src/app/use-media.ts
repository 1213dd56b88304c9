import { useSyncExternalStore } from "react";

/** Whether a media query holds now, and as it changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    () => matchMedia(query).matches,
    () => false,
  );
}

/** Below this width tables keep the one figure that counts; the same as in the style sheets. */
export const phone = "(width < 48rem)";
