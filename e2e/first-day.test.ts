import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeOwner } from "./harness/own-firm.ts";
import { desk, openBrowser, phone, type Visit, visit } from "./harness/page.ts";
import { type Product, startProduct } from "./harness/product.ts";
import { findSample } from "./harness/samples.ts";

const sample = findSample("xaf/banana-ExactOnline_V32_2016.xaf");

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each([
  { language: "nl", size: desk, device: "desk", revenue: "91.106,78" },
  { language: "en", size: phone, device: "phone", revenue: "91,106.78" },
] as const)("the first day, in $language on a $device", ({ language, size, device, revenue }) => {
  let product: Product;
  let visitor: Visit;
  beforeAll(async () => {
    product = await startProduct();
    visitor = await visit(browser, { url: product.url, language, size });
  });
  afterAll(async () => {
    await visitor?.close();
    await product?.stop();
  });

  /** What holds for every page: nothing went wrong, everyone can use it, it fits. */
  async function expectGoodPage(name: string): Promise<void> {
    await visitor.picture(`${name}-${language}-${device}`);
    expect.soft(await visitor.violations(), `${name}: accessibility`).toEqual([]);
    expect.soft(visitor.faults(), `${name}: faults`).toEqual([]);
    expect.soft(await visitor.overflows(), `${name}: wider than the screen`).toBe(false);
  }

  test("the first address asks to look around or to start", async () => {
    const { page, phrases } = visitor;
    const { t } = phrases;
    await page.goto("/");
    await page.getByRole("heading", { level: 1, name: t("start.title") }).waitFor();
    await page.getByRole("button", { name: t("start.lookButton") }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    await expectGoodPage("start");
  });

  test("the first visitor becomes the owner and finds what to do first", async () => {
    const { page, phrases } = visitor;
    const { t } = phrases;
    await makeOwner(visitor);
    await page.getByRole("heading", { level: 1, name: t("rooms.todayEmpty") }).waitFor();
    await expectGoodPage("today-empty");
    await page.getByRole("link", { name: t("rooms.todayButton") }).click();
    await page.getByRole("heading", { level: 1, name: t("books.title") }).waitFor();
    await expectGoodPage("import");
  });

  test.skipIf(sample === null)("an audit file goes in and its revenue comes out", async () => {
    const { page, phrases } = visitor;
    const { t } = phrases;
    await page.locator("input[type=file]").setInputFiles(sample as string);
    const confirm = page.getByRole("button", { name: t("books.confirm", { count: 1 }) });
    await confirm.waitFor();
    // To the cent in what reconciles, in whole euros where it is read.
    expect(await page.getByRole("main").textContent()).toContain(revenue);
    await expectGoodPage("import-preview");
    await confirm.click();
    const onward = page.getByRole("link", { name: t("books.toPortfolio") });
    await onward.waitFor();
    await expectGoodPage("import-result");
    await onward.click();
    const rounded = phrases.format.money("91106.78", "EUR", 0);
    await page.getByText(rounded).first().waitFor();
    const { totals } = (await (await page.request.get("/api/v1/portfolio")).json()) as {
      readonly totals: { readonly attributedRevenue: string };
    };
    expect(totals.attributedRevenue).toBe("91106.78");
    await expectGoodPage("portfolio");
  });

  test.skipIf(sample === null)("a customer of the portfolio opens, with its lines", async () => {
    const { page } = visitor;
    const link = page.locator('main table a[href^="/customers/"], main li a[href^="/customers/"]');
    const name = ((await link.first().textContent()) ?? "").trim();
    expect(name).toMatch(/\p{L}{3}/u);
    await link.first().click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await expectGoodPage("customer");
  });
});
