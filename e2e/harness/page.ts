import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { createPhrases, type Language, type Phrases } from "@koers/phrases";
import type { AxeResults } from "axe-core";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findBrowser } from "./browser-path.ts";

export const desk = { width: 1280, height: 900 } as const;
export const phone = { width: 360, height: 740 } as const;

export type Visit = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The sentences of the page, to find things by. */
  readonly phrases: Phrases;
  /** Everything that went wrong in the page so far: errors, refused loads, requests to elsewhere. */
  readonly faults: () => readonly string[];
  /** The violations of WCAG 2.2 A and AA on the page as it stands, one line each. */
  readonly violations: () => Promise<readonly string[]>;
  /** Whether the page can be moved sideways, which on a phone it must not. */
  readonly overflows: () => Promise<boolean>;
  /** Writes a picture into KOERS_PICTURES, if that is set. */
  readonly picture: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type VisitOptions = {
  readonly url: string;
  readonly language?: Language;
  readonly size?: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
};

export async function openBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  return chromium.launch({ executablePath, args, env });
}

/** Opens a page of its own, as a visitor with nothing remembered. */
export async function visit(
  browser: Browser,
  { url, language = "en", size = desk, colorScheme = "light" }: VisitOptions,
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: size,
    locale: language === "nl" ? "nl-NL" : "en-GB",
    timezoneId: "Europe/Amsterdam",
    colorScheme,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${String(error)}`));
  context.on("request", (request) => {
    const to = new URL(request.url());
    if (to.protocol.startsWith("http") && to.origin !== new URL(url).origin) {
      faults.push(`request to elsewhere: ${request.url()}`);
    }
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`security policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return {
    page,
    context,
    phrases: createPhrases(language),
    faults: () => faults,
    violations: () => violationsOn(page),
    overflows: () =>
      page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      ),
    picture: (name) => takePicture(page, name),
    close: () => context.close(),
  };
}

let axeSource: Promise<string> | undefined;

async function violationsOn(page: Page): Promise<readonly string[]> {
  axeSource ??= readFile(createRequire(import.meta.url).resolve("axe-core"), "utf8");
  await page.evaluate(await axeSource);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await page.evaluate(
    (values): Promise<AxeResults> =>
      (globalThis as unknown as { axe: typeof import("axe-core") }).axe.run({
        runOnly: { type: "tag", values },
      }),
    tags,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${help} at ${target.join(" ")} (${(failureSummary ?? "").replaceAll(/\s+/g, " ")})`,
    ),
  );
}

async function takePicture(page: Page, name: string): Promise<void> {
  const { KOERS_PICTURES: folder } = process.env;
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}
