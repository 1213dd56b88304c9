import type { Visit } from "./page.ts";

/** The account that the tests make at the first visit. */
const owner = {
  organizationName: "Bureau Proef",
  name: "Ada de Vries",
  email: "ada@example.com",
  password: "een lang wachtwoord",
} as const;

/** Fills in the start page as the first visitor, and ends on Today. */
export async function makeOwner({
  page,
  phrases: { t },
}: Pick<Visit, "page" | "phrases">): Promise<void> {
  await page.goto("/");
  await page.getByLabel(t("start.organizationName")).fill(owner.organizationName);
  await page.getByLabel(t("start.name")).fill(owner.name);
  await page.getByLabel(t("start.email")).fill(owner.email);
  await page.getByLabel(t("start.password")).fill(owner.password);
  await page.getByRole("button", { name: t("start.create") }).click();
  await page.waitForURL("**/today");
}

/** Hands files over on the import page, takes the preview as it is, and ends on the portfolio. */
export async function importFiles(
  { page, phrases: { t } }: Visit,
  files: readonly string[],
): Promise<void> {
  await page.goto("/customers/import");
  await page.locator("input[type=file]").setInputFiles([...files]);
  await page.getByRole("button", { name: t("books.confirm", { count: files.length }) }).click();
  await page.getByRole("link", { name: t("books.toPortfolio") }).click();
  await page.waitForURL("**/customers");
}
