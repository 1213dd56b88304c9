export type Appearance = "light" | "dark" | "auto";

const key = "koers.appearance";
const dark = matchMedia("(prefers-color-scheme: dark)");

export function appearance(): Appearance {
  const stored = localStorage.getItem(key);
  return stored === "light" || stored === "dark" ? stored : "auto";
}

export function setAppearance(next: Appearance): void {
  if (next === "auto") localStorage.removeItem(key);
  else localStorage.setItem(key, next);
  apply();
}

/** Sets the colours now and whenever the device changes its mind. */
export function followAppearance(): void {
  apply();
  dark.addEventListener("change", apply);
}

function apply(): void {
  const chosen = appearance();
  document.documentElement.dataset["appearance"] =
    chosen === "auto" ? (dark.matches ? "dark" : "light") : chosen;
}
