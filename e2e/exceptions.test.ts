import { createPhrases } from "@koers/phrases";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeOwner } from "./harness/own-firm.ts";
import { desk, openBrowser, phone, type Visit, visit } from "./harness/page.ts";
import { type Product, startProduct } from "./harness/product.ts";

let browser: Browser;
let product: Product;
let owner: Visit;
let manager: Visit;
let dossier = "";
beforeAll(async () => {
  browser = await openBrowser();
  product = await startProduct();
  owner = await visit(browser, { url: product.url, language: "nl", size: desk });
  manager = await visit(browser, { url: product.url, language: "nl", size: phone });
});
afterAll(async () => {
  await owner?.close();
  await manager?.close();
  await product?.stop();
  await browser?.close();
});

const invoices =
  "Factuurnummer;Factuurdatum;Klant;Bedrag excl. btw;Valuta\n1;2026-01-15;Garage Zuid BV;1000,50;EUR\n";

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

async function expectGoodPage(visitor: Visit, name: string): Promise<void> {
  await visitor.picture(name);
  expect.soft(await visitor.violations(), `${name}: accessibility`).toEqual([]);
  expect.soft(await visitor.overflows(), `${name}: wider than the screen`).toBe(false);
}

test("an empty list says what a dossier is for and how to begin", async () => {
  const { page, phrases } = owner;
  const { t } = phrases;
  await makeOwner(owner);
  await page.goto("/choice");
  await page.getByRole("link", { name: t("choice.seeExceptions") }).click();
  await page.getByRole("heading", { level: 1, name: t("choice.emptyTitle") }).waitFor();
  await expectGoodPage(owner, "exceptions-empty-nl-desk");
});

test("the owner drafts an exception from a customer, and sees what is missing", async () => {
  const { page, phrases } = owner;
  const { t } = phrases;
  await page.goto("/customers/import");
  await page.locator("input[type=file]").setInputFiles({
    name: "facturen.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(invoices),
  });
  await page.getByRole("button", { name: t("books.confirm", { count: 1 }) }).click();
  await page.getByRole("link", { name: t("books.toPortfolio") }).click();
  await page.getByRole("link", { name: "Garage Zuid BV" }).click();
  await page.waitForURL(/customers\/[\w-]{36}/);
  await page.getByRole("link", { name: t("choice.propose") }).click();
  const title = t("choice.newTitle", { name: "Garage Zuid BV" });
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await expectGoodPage(owner, "exception-form-nl-desk");
  await page.getByRole("radio", { name: t("choice.reasons.experience") }).check();
  await page.getByLabel(t("choice.fields.delivered")).fill("Een scan en een advies");
  await page.getByLabel(t("choice.cashAmount")).fill("1500,50");
  await page.getByRole("button", { name: t("choice.saveDraft") }).click();
  await page.getByText(t("choice.cashBoth")).waitFor();
  await page.getByLabel(t("choice.cashDay")).fill(dayFromNow(60));
  await page.setViewportSize(phone);
  await expectGoodPage(owner, "exception-form-nl-phone");
  await page.setViewportSize(desk);
  await page.getByRole("button", { name: t("choice.saveDraft") }).click();
  await page.waitForURL(/choice\/exceptions\/[\w-]{36}$/);
  dossier = new URL(page.url()).pathname;
  await page.getByText(t("choice.needed.targetGroup")).waitFor();
  expect(await page.getByRole("button", { name: t("choice.submit") }).count()).toBe(0);
  await expectGoodPage(owner, "exception-draft-nl-desk");
  expect(owner.faults()).toEqual([]);
});

test("the draft is gone on with, a change is taken back, and it is submitted", async () => {
  const { page, phrases } = owner;
  const { t } = phrases;
  const edit = page.getByRole("link", { name: t("choice.edit") });
  const save = page.getByRole("button", { name: t("choice.saveDraft") });
  await edit.click();
  await page.getByLabel(t("choice.fields.targetGroup"), { exact: true }).fill("Garages");
  await page.getByLabel(t("choice.fields.excluded")).fill("Spoed en werk op locatie");
  const questions = "Wat betaalt een garage?\nWie beslist er?";
  await page.getByLabel(t("choice.fields.learningQuestions")).fill(questions);
  await page.getByLabel(t("choice.fields.endsOn")).fill(dayFromNow(90));
  await save.click();
  await page.getByText("Wie beslist er?").waitFor();
  await edit.click();
  expect(await page.getByLabel(t("choice.cashAmount")).inputValue()).toBe("1500.50");
  await page.getByLabel(t("choice.fields.excluded")).fill("Spoed");
  await save.click();
  await page.getByText("Spoed", { exact: true }).waitFor();
  await page
    .getByRole("button", { name: t("shell.undo") })
    .last()
    .click();
  await page.getByText("Spoed en werk op locatie").waitFor();
  await page.getByRole("button", { name: t("choice.submit") }).click();
  await page.getByRole("dialog").getByText(t("choice.submitText")).waitFor();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("choice.submit") })
    .click();
  // Who asked does not decide, owners included; alone in a firm one waits a day.
  await page.getByText(t("errors.exception-too-early")).waitFor();
  expect(await page.getByRole("button", { name: t("choice.approve") }).count()).toBe(0);
  await expectGoodPage(owner, "exception-submitted-nl-desk");
  expect(owner.faults()).toEqual([]);
});

test("a manager finds it unread on a phone, approves it with words, and starts it", async () => {
  const { t } = manager.phrases;
  await owner.page.goto("/settings");
  await owner.page.getByRole("button", { name: t("settings.invite") }).click();
  await owner.page.getByRole("radio", { name: t("memberRoles.manager") }).check();
  await owner.page.getByRole("button", { name: t("settings.inviteMake") }).click();
  const link = owner.page.getByLabel(t("settings.inviteLink"), { exact: true });
  const { page } = manager;
  await page.goto(await link.inputValue());
  await page.getByLabel(t("start.name")).fill("Bram Bakker");
  await page.getByLabel(t("start.email")).fill("bram@example.com");
  await page.getByLabel(t("start.password")).fill("ook een lang wachtwoord");
  await page.getByRole("button", { name: t("start.invitedJoin") }).click();
  await page.waitForURL("**/today");

  await page.goto("/choice/exceptions");
  await page.getByText(t("choice.unread")).waitFor();
  await expectGoodPage(manager, "exceptions-nl-phone");
  await page.getByRole("link", { name: "Garage Zuid BV" }).click();
  await page
    .getByRole("listitem")
    .filter({ hasText: /^Bram Bakker, / })
    .waitFor();
  await page.getByRole("button", { name: t("choice.approve") }).click();
  await page.getByLabel(t("choice.note")).fill("Tot de zomer, en niet langer.");
  await expectGoodPage(manager, "exception-approve-nl-phone");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("choice.approve") })
    .click();
  await page.getByText("Tot de zomer, en niet langer.").waitFor();
  await page.getByRole("button", { name: t("choice.activate") }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("choice.activate") })
    .click();
  await page.getByText(t("choice.states.active"), { exact: true }).waitFor();
  await expectGoodPage(manager, "exception-active-nl-phone");
  await page.goto("/choice/exceptions");
  await page
    .getByRole("heading", { level: 1, name: t("choice.findingRunning", { count: 1 }) })
    .waitFor();
  expect(await page.getByText(t("choice.unread")).count()).toBe(0);
  expect(manager.faults()).toEqual([]);
});

test("the owner sees it changed, drafts a renewal and takes that back, and ends it", async () => {
  const { page, phrases } = owner;
  const { t } = phrases;
  await page.goto("/choice/exceptions");
  await page.getByText(t("choice.unread")).waitFor();
  await expectGoodPage(owner, "exceptions-nl-desk");
  await page.goto(dossier);
  await page.getByRole("button", { name: t("choice.renew") }).click();
  await page.getByRole("link", { name: t("choice.seeRenewed") }).waitFor();
  await page.getByRole("button", { name: t("shell.undo") }).click();
  await page.getByRole("heading", { level: 1, name: t("choice.gone") }).waitFor();
  await page.goto(dossier);
  await page.getByRole("button", { name: t("choice.end") }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("radio", { name: t("choice.outcomes.learned") }).check();
  await sheet.getByLabel(t("choice.lessons")).fill("Garages betalen per keer.");
  await expectGoodPage(owner, "exception-end-nl-desk");
  await sheet.getByRole("button", { name: t("choice.end") }).click();
  await page.getByRole("definition").getByText("Garages betalen per keer.").waitFor();
  await page.getByText(t("choice.states.ended"), { exact: true }).waitFor();
  await expectGoodPage(owner, "exception-ended-nl-desk");
  // The draft that was taken back is asked for once more, and is not there.
  expect(owner.faults().filter((fault) => !fault.includes("404"))).toEqual([]);
});

test("the same pages in English, on a desk and on a phone", async () => {
  const { page } = owner;
  const { t } = createPhrases("en");
  await page.evaluate(() => localStorage.setItem("koers.language", "en"));
  for (const [device, size] of Object.entries({ desk, phone })) {
    await page.setViewportSize(size);
    await page.goto("/choice/exceptions");
    await page.getByRole("heading", { level: 1, name: t("choice.findingNone") }).waitFor();
    await expectGoodPage(owner, `exceptions-en-${device}`);
    await page.goto(dossier);
    await page.getByRole("heading", { level: 2, name: t("choice.agreed") }).waitFor();
    await expectGoodPage(owner, `exception-ended-en-${device}`);
  }
});
