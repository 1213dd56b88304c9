import { type FormEvent, useState } from "react";
import { api, queryClient } from "#app/api.ts";
import { describeError } from "#app/describe-error.ts";
import { usePhrases } from "#app/language.tsx";
import { useToasts } from "#app/toasts.tsx";
import { Button } from "#controls/Button.tsx";
import { Field } from "#controls/Field.tsx";

export function AccountSettings() {
  const phrases = usePhrases();
  const { t } = phrases;
  const { say } = useToasts();
  const [error, setError] = useState<string | null>(null);

  async function change(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    try {
      await api("changePassword", {
        current: String(form.get("current") ?? ""),
        next: String(form.get("next") ?? ""),
      });
      say(t("settings.passwordChanged"));
      queryClient.clear();
      location.assign("/sign-in");
    } catch (refusal) {
      setError(describeError(phrases, refusal));
    }
  }

  async function signOut() {
    await api("signOut", {});
    queryClient.clear();
    location.assign("/");
  }

  return (
    <section className="stack">
      <h2>{t("settings.account")}</h2>
      <form className="stack narrow" onSubmit={(event) => void change(event)}>
        <Field
          name="current"
          type="password"
          label={t("settings.currentPassword")}
          required
          autoComplete="current-password"
        />
        <Field
          name="next"
          type="password"
          label={t("settings.nextPassword")}
          hint={t("start.passwordRule")}
          required
          minLength={10}
          maxLength={200}
          autoComplete="new-password"
          error={error}
        />
        <div className="row">
          <Button type="submit">{t("settings.changePassword")}</Button>
          <Button onClick={() => void signOut()}>{t("shell.signOut")}</Button>
        </div>
      </form>
    </section>
  );
}
