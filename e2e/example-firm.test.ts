import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { desk, openBrowser, phone, type Visit, visit } from "./harness/page.ts";
import { type Product, startProduct } from "./harness/product.ts";

let browser: Browser;
let product: Product;
beforeAll(async () => {
  browser = await openBrowser();
  product = await startProduct();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

describe("the example firm", () => {
  let visitor: Visit;
  afterAll(() => visitor?.close());

  async function expectGoodPage(name: string): Promise<void> {
    await visitor.picture(name);
    expect.soft(await visitor.violations(), `${name}: accessibility`).toEqual([]);
    expect.soft(visitor.faults(), `${name}: faults`).toEqual([]);
    expect.soft(await visitor.overflows(), `${name}: wider than the screen`).toBe(false);
  }

  test("is in after one click, without an account, and says that it is made up", async () => {
    visitor = await visit(browser, { url: product.url, language: "en", size: desk });
    const { page, phrases } = visitor;
    await page.goto("/");
    await page.getByRole("button", { name: phrases.t("start.lookButton") }).click();
    await page.waitForURL("**/customers", { timeout: 170_000 });
    await page.getByText(phrases.t("shell.exampleExplained")).waitFor();
    await page.getByRole("heading", { level: 1, name: /best customers earn \d+%/ }).waitFor();
    await expectGoodPage("portfolio-en");
  }, 180_000);

  test("the row of totals is the sum of the rows", async () => {
    const { page } = visitor;
    const answer = await page.request.get("/api/v1/portfolio");
    const portfolio = (await answer.json()) as {
      names: string[];
      columns: { fact: string; values: (string | null)[] }[];
      totals: Record<string, string>;
    };
    for (const [fact, total] of [
      ["revenue", "attributedRevenue"],
      ["contributionMargin", "contributionMargin"],
      ["fullyLoadedProfit", "fullyLoadedProfit"],
    ] as const) {
      const values = portfolio.columns.find((column) => column.fact === fact)?.values ?? [];
      const cents = values.reduce(
        (sum, value) => sum + BigInt((value ?? "0").replace(".", "")),
        0n,
      );
      expect(cents, fact).toBe(BigInt(portfolio.totals[total]?.replace(".", "") ?? ""));
    }
  });

  test("who costs money is one click away", async () => {
    const { page, phrases } = visitor;
    await page.getByRole("button", { name: phrases.t("portfolio.losersOnly") }).click();
    await page.waitForURL(/losers=true/);
    const shown = await page.locator("tbody td[data-fact=fullyLoadedProfit]").allTextContents();
    expect(shown.length).toBeGreaterThan(3);
    expect(shown.every((text) => text.startsWith("-"))).toBe(true);
    await page.goBack();
  });

  test("a customer's figure opens down to its lines, which add up to it", async () => {
    const { page, phrases } = visitor;
    await page.goto("/customers");
    await page.locator("tbody th a").first().click();
    await page.getByRole("heading", { level: 2, name: phrases.t("customer.figures") }).waitFor();
    await expectGoodPage("customer-en");
    const figure = page.locator("details.figure", { has: page.locator("[data-fact=revenue]") });
    const shown = await figure.locator("summary [data-fact=revenue]").textContent();
    await figure.locator("summary").click();
    await figure.getByRole("button").click();
    const sum = page.locator("dialog tfoot .lines-sum");
    await sum.waitFor();
    expect(await sum.textContent()).toBe(shown);
    const amounts = await page.locator("dialog tbody tr td:nth-child(4)").allTextContents();
    const cents = amounts.reduce((total, text) => total + centsOf(text), 0);
    expect(cents).toBe(centsOf(shown ?? ""));
    await expectGoodPage("lines-en");
    await page.keyboard.press("Escape");
  });

  test("the parts of a customer's profit add up on the page", async () => {
    const { page } = visitor;
    const figure = async (fact: string) =>
      centsOf((await page.locator(`summary [data-fact=${fact}]`).textContent()) ?? "");
    expect(await figure("contributionMargin")).toBe(
      (await figure("revenue")) -
        (await figure("directHoursCost")) -
        (await figure("directPurchases")),
    );
    expect(await figure("fullyLoadedProfit")).toBe(
      (await figure("contributionMargin")) -
        (await figure("costToServe")) -
        (await figure("overhead")),
    );
  });

  test("a note can be written, taken away, and brought back with Z", async () => {
    const { page, phrases } = visitor;
    const { t } = phrases;
    await page.getByLabel(t("customer.noteLabel")).fill("Calls on Mondays");
    await page.getByRole("button", { name: t("customer.noteAdd") }).click();
    const note = page.locator("article.note", { hasText: "Calls on Mondays" });
    await note.waitFor();
    await note.getByRole("button", { name: t("shell.remove") }).click();
    await note.waitFor({ state: "detached" });
    await page.keyboard.press("z");
    await note.waitFor();
  });

  test("the keyboard finds a customer", async () => {
    const { page, phrases } = visitor;
    await page.keyboard.press("/");
    // Typed, not filled: the field has the cursor as soon as it is there.
    await page.getByRole("combobox", { name: phrases.t("shell.searchHint") }).waitFor();
    await page.keyboard.type("zuiderhaag");
    await page.getByRole("option", { name: /Zuiderhaag/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /Zuiderhaag/ }).waitFor();
  });

  test("keeping customers is told with its parts", async () => {
    await visitor.page.goto("/customers/retention");
    await visitor.page.getByRole("heading", { level: 1, name: /%/ }).waitFor();
    await expectGoodPage("retention-en");
  });

  test("on a phone, in Dutch, the same pages hold", async () => {
    const state = await visitor.context.storageState();
    const onPhone = await visit(browser, { url: product.url, language: "nl", size: phone });
    await onPhone.context.addCookies(state.cookies);
    await visitor.close();
    visitor = onPhone;
    const { page, phrases } = visitor;
    await page.goto("/customers");
    await page.getByRole("heading", { level: 1, name: /beste klanten/ }).waitFor();
    await expectGoodPage("portfolio-nl-phone");
    await page.locator("tbody th a").first().click();
    await page.getByRole("heading", { level: 2, name: phrases.t("customer.figures") }).waitFor();
    await expectGoodPage("customer-nl-phone");
    await page.goto("/today");
    await page.getByRole("heading", { level: 2, name: phrases.t("rooms.todayThings") }).waitFor();
    await expectGoodPage("today-nl-phone");
    await page.goto("/settings");
    await page.getByRole("heading", { level: 2, name: phrases.t("settings.activities") }).waitFor();
    await expectGoodPage("settings-nl-phone");
    for (const room of ["choice", "experience", "course"]) {
      await page.goto(`/${room}`);
      await page.getByText(phrases.t("rooms.notYet")).waitFor();
      await expectGoodPage(`${room}-nl-phone`);
    }
  });

  test("is gone with one click", async () => {
    const { page, phrases } = visitor;
    await page.goto("/today");
    await page.getByRole("button", { name: phrases.t("shell.exampleSetUp") }).click();
    await page.getByRole("heading", { level: 1, name: phrases.t("start.title") }).waitFor();
    const session = (await (await page.request.get("/api/v1/session")).json()) as {
      exampleLoaded: boolean;
    };
    expect(session.exampleLoaded).toBe(false);
  });
});

/** Cents of an amount as a British reader sees it. */
function centsOf(text: string): number {
  return Math.round(Number(text.replaceAll(/[^\d.-]/g, "")) * 100);
}
