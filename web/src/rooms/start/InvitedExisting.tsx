import type { Session } from "@koers/contract";
import type { FormEvent } from "react";
import { api } from "#app/api.ts";
import { usePhrases } from "#app/language.tsx";
import { Button } from "#controls/Button.tsx";
import { Field } from "#controls/Field.tsx";

type InvitedExistingProps = {
  readonly busy: boolean;
  readonly goIn: (act: () => Promise<Session>) => void;
  readonly join: () => Promise<Session>;
};

/** Signs in with the account that one has, and then joins. */
export function InvitedExisting({ busy, goIn, join }: InvitedExistingProps) {
  const { t } = usePhrases();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    goIn(async () => {
      await api("signIn", {
        email: String(form.get("email") ?? ""),
        password: String(form.get("password") ?? ""),
      });
      return join();
    });
  }

  return (
    <>
      <h2>{t("start.signInTitle")}</h2>
      <form className="stack" onSubmit={submit}>
        <Field
          label={t("start.email")}
          name="email"
          type="email"
          required
          autoComplete="username"
        />
        <Field
          label={t("start.password")}
          name="password"
          type="password"
          required
          autoComplete="current-password"
        />
        <Button kind="primary" type="submit" disabled={busy}>
          {t("start.invitedSignIn")}
        </Button>
      </form>
    </>
  );
}
