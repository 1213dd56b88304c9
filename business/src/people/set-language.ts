import { setAccountLanguage } from "@koers/database";
import type { Installation } from "./installation.ts";

export async function setLanguage(
  { database, now }: Pick<Installation, "database" | "now">,
  accountId: string,
  language: "nl" | "en",
): Promise<void> {
  await database.withInstance((transaction) =>
    setAccountLanguage(transaction, accountId, language, now),
  );
}
