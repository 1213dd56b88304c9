// `npm run pictures`: the pictures of the README, in docs/screenshots: the first page, the preview of an
// import, the portfolio and a customer, in both languages, on a desk and on a phone.
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { createPhrases, type Language } from "@koers/phrases";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { makeOwner } from "../e2e/harness/own-firm.ts";
import { openBrowser } from "../e2e/harness/page.ts";
import { startProduct } from "../e2e/harness/product.ts";
import { findSample } from "../e2e/harness/samples.ts";

const folder = path.resolve(import.meta.dirname, "../docs/screenshots");
const sizes = { desk: { width: 1280, height: 860 }, phone: { width: 390, height: 844 } } as const;
const ways = (["nl", "en"] as const).flatMap((language) =>
  (["desk", "phone"] as const).map((device) => ({ language, device })),
);
const sample = findSample("xaf/banana-ExactOnline_V32_2016.xaf");

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
const product = await startProduct();
try {
  await eachWay(undefined, async (page, { t }, take) => {
    await page.goto("/start");
    await page.getByRole("button", { name: t("start.lookButton") }).waitFor();
    await take("start");
  });

  const guest = await browser.newContext({ baseURL: product.url, locale: "en-GB" });
  await openExample(await guest.newPage());
  await eachWay(guest, async (page, _, take) => {
    await page.goto("/customers");
    await page.locator("tbody th a").first().waitFor();
    await take("portfolio");
    await page.locator("tbody th a").first().click();
    await page.locator("details.figure").first().waitFor();
    await page.locator("details.figure summary").nth(3).click();
    await take("customer");
  });
  await guest.close();

  if (sample !== null) {
    const signedIn = await browser.newContext({ baseURL: product.url, locale: "en-GB" });
    await makeOwner({ page: await signedIn.newPage(), phrases: createPhrases("en") });
    await eachWay(signedIn, async (page, { t }, take) => {
      await page.goto("/customers/import");
      await page.locator("input[type=file]").setInputFiles(sample);
      await page.getByRole("button", { name: t("books.confirm", { count: 1 }) }).waitFor();
      await take("import-preview");
    });
    await signedIn.close();
  }
} finally {
  await browser.close();
  await product.stop();
}

type Take = (name: string) => Promise<void>;

/** Does the same in both languages and sizes, with the cookies of `from`. */
async function eachWay(
  from: BrowserContext | undefined,
  walk: (page: Page, phrases: ReturnType<typeof createPhrases>, take: Take) => Promise<void>,
): Promise<void> {
  for (const { language, device } of ways) {
    const context = await contextFor(browser, language, device);
    if (from !== undefined) await context.addCookies((await from.storageState()).cookies);
    const page = await context.newPage();
    await walk(page, createPhrases(language), async (name) => {
      await page.screenshot({ path: path.join(folder, `${name}-${language}-${device}.png`) });
    });
    await context.close();
  }
}

function contextFor(
  on: Browser,
  language: Language,
  device: keyof typeof sizes,
): Promise<BrowserContext> {
  return on.newContext({
    baseURL: product.url,
    viewport: sizes[device],
    locale: language === "nl" ? "nl-NL" : "en-GB",
    timezoneId: "Europe/Amsterdam",
    reducedMotion: "reduce",
  });
}

async function openExample(page: Page): Promise<void> {
  const { t } = createPhrases("en");
  await page.goto("/start");
  await page.getByRole("button", { name: t("start.lookButton") }).click();
  await page.waitForURL("**/customers", { timeout: 240_000 });
}
