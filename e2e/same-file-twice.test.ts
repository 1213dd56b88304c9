import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importFiles, makeOwner } from "./harness/own-firm.ts";
import { openBrowser, type Visit, visit } from "./harness/page.ts";
import { type Product, startProduct } from "./harness/product.ts";
import { findSample } from "./harness/samples.ts";

const sample = findSample("xaf/banana-ExactOnline_V32_2016.xaf");

describe.skipIf(sample === null)("the same file twice, in the dark", () => {
  let browser: Browser;
  let product: Product;
  let visitor: Visit;
  beforeAll(async () => {
    browser = await openBrowser();
    product = await startProduct();
    visitor = await visit(browser, { url: product.url, language: "en", colorScheme: "dark" });
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  test("changes nothing, and the page says so", async () => {
    const { page, phrases } = visitor;
    const { t } = phrases;
    await makeOwner(visitor);
    await importFiles(visitor, [sample as string]);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const portfolio = async () => (await page.request.get("/api/v1/portfolio")).json();
    const before = await portfolio();

    await page.goto("/customers/import");
    await page.locator("input[type=file]").setInputFiles(sample as string);
    await page.getByRole("button", { name: t("books.nothingToImport") }).waitFor();
    await visitor.picture("same-file-twice");
    await page.getByText(t("books.alreadyText")).waitFor();
    const refused = page.getByRole("button", { name: t("books.nothingToImport") });
    expect(await refused.isDisabled()).toBe(true);
    expect(await portfolio()).toEqual(before);
    expect(await visitor.violations()).toEqual([]);
    expect(visitor.faults()).toEqual([]);
  });
});
