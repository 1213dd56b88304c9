import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeOwner } from "./harness/own-firm.ts";
import { desk, openBrowser, phone, type Visit, visit } from "./harness/page.ts";
import { type Product, startProduct } from "./harness/product.ts";

let browser: Browser;
let product: Product;
let owner: Visit;
let invited: Visit;
beforeAll(async () => {
  browser = await openBrowser();
  product = await startProduct();
  owner = await visit(browser, { url: product.url, language: "nl", size: desk });
  invited = await visit(browser, { url: product.url, language: "nl", size: phone });
});
afterAll(async () => {
  await owner?.close();
  await invited?.close();
  await product?.stop();
  await browser?.close();
});

async function expectGoodPage(visitor: Visit, name: string): Promise<void> {
  await visitor.picture(name);
  expect.soft(await visitor.violations(), `${name}: accessibility`).toEqual([]);
  expect.soft(await visitor.overflows(), `${name}: wider than the screen`).toBe(false);
}

let link = "";

test("an owner invites someone and gets a link, once", async () => {
  const { page, phrases } = owner;
  const { t } = phrases;
  await makeOwner(owner);
  await page.goto("/settings");
  await page.getByRole("heading", { name: t("settings.members"), exact: true }).waitFor();
  await page.getByRole("button", { name: t("settings.invite") }).click();
  await page.getByRole("radio", { name: t("memberRoles.manager") }).check();
  await page.getByLabel(t("settings.inviteName")).fill("Bram Bakker");
  await page.getByLabel(t("settings.inviteEmail")).fill("bram@example.com");
  await expectGoodPage(owner, "invite-nl-desk");
  await page.getByRole("button", { name: t("settings.inviteMake") }).click();
  link = await page.getByLabel(t("settings.inviteLink"), { exact: true }).inputValue();
  expect(link).toMatch(/^http:\/\/localhost:\d+\/invitation#[\w.-]{80}$/);
  await expectGoodPage(owner, "invite-link-nl-desk");
  await page.getByRole("button", { name: t("shell.close") }).click();
  await page.getByText("Bram Bakker").waitFor();
  await page.reload();
  await page.getByText("Bram Bakker").waitFor();
  expect(await page.content()).not.toContain(link.split("#")[1]);
  expect(owner.faults()).toEqual([]);
});

test("the invited person opens it on a phone, chooses a password and is in", async () => {
  const { page, phrases } = invited;
  const { t } = phrases;
  await page.goto(link);
  const title = t("start.invitedTitle", { organization: "Bureau Proef" });
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  expect(await page.getByLabel(t("start.name")).inputValue()).toBe("Bram Bakker");
  await expectGoodPage(invited, "invitation-nl-phone");
  await page.getByLabel(t("start.password")).fill("ook een lang wachtwoord");
  await page.getByRole("button", { name: t("start.invitedJoin") }).click();
  await page.getByRole("heading", { level: 1, name: t("rooms.todayEmpty") }).waitFor();
  await page.goto("/settings");
  const row = page.getByRole("row").filter({ hasText: "bram@example.com" });
  await row.getByText(`(${t("settings.memberSelf")})`).waitFor();
  // A manager gives no role above their own.
  expect(await row.getByRole("combobox").locator("option").allTextContents()).toEqual([
    t("memberRoles.member"),
    t("memberRoles.manager"),
  ]);
  await expectGoodPage(invited, "people-nl-phone");
  expect(invited.faults()).toEqual([]);
});

test("the link is used then, and says no more than that", async () => {
  const { page, phrases } = invited;
  await page.context().clearCookies();
  await page.goto("/");
  await page.goto(link);
  const sentence = phrases.t("errors.invitation-invalid");
  await page.getByRole("heading", { level: 1, name: sentence }).waitFor();
  expect(await page.getByRole("main").textContent()).not.toContain("Bureau Proef");
  await expectGoodPage(invited, "invitation-used-nl-phone");
});

test("a member comes in, and no page asks what a member may not see", async () => {
  const { page, phrases } = owner;
  const { t } = phrases;
  const member = await visit(browser, { url: product.url, language: "nl", size: phone });
  try {
    await page.goto("/settings");
    await page.getByRole("button", { name: t("settings.invite") }).click();
    await page.getByRole("button", { name: t("settings.inviteMake") }).click();
    const address = page.getByLabel(t("settings.inviteLink"), { exact: true });
    await member.page.goto(await address.inputValue());
    await member.page.getByLabel(t("start.name")).fill("Chris Claes");
    await member.page.getByLabel(t("start.email")).fill("chris@example.com");
    await member.page.getByLabel(t("start.password")).fill("nog een lang wachtwoord");
    await member.page.getByRole("button", { name: t("start.invitedJoin") }).click();
    await member.page.waitForURL("**/today");
    for (const path of ["/today", "/customers", "/choice", "/experience", "/course", "/settings"]) {
      await member.page.goto(path);
      await member.page.getByRole("heading", { level: 1 }).waitFor();
      await member.page.waitForLoadState("networkidle");
    }
    await member.page.getByText("chris@example.com").waitFor();
    await expectGoodPage(member, "people-member-nl-phone");
    expect(member.faults()).toEqual([]);
  } finally {
    await member.close();
  }
});

test("the owner gives the new colleague another role, takes that back, and removes them", async () => {
  const { page, phrases } = owner;
  const { t } = phrases;
  await page.goto("/settings");
  const row = page.getByRole("row").filter({ hasText: "bram@example.com" });
  await row.getByRole("combobox").selectOption("owner");
  await page.getByRole("button", { name: t("shell.undo") }).click();
  await expect.poll(() => row.getByRole("combobox").inputValue()).toBe("manager");
  await expectGoodPage(owner, "people-nl-desk");
  await row.getByRole("button").click();
  await expectGoodPage(owner, "remove-nl-desk");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("settings.memberRemove") })
    .click();
  await row.waitFor({ state: "detached" });
  const own = page.getByRole("row").filter({ hasText: "ada@example.com" });
  await own.getByRole("button").click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("settings.memberRemove") })
    .click();
  await page.getByText(t("errors.last-owner")).waitFor();
  expect(owner.faults().filter((fault) => !fault.includes("409"))).toEqual([]);
});
