import type { Session } from "@koers/contract";
import type { FormEvent } from "react";
import { api } from "#app/api.ts";
import { usePhrases } from "#app/language.tsx";
import { Button } from "#controls/Button.tsx";
import { Field } from "#controls/Field.tsx";

type InvitedNewProps = {
  readonly token: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly busy: boolean;
  readonly goIn: (act: () => Promise<Session>) => void;
};

/** Makes an account; what the inviter wrote is a start, and may be written over. */
export function InvitedNew({ token, name, email, busy, goIn }: InvitedNewProps) {
  const { t, language } = usePhrases();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (key: string) => String(form.get(key) ?? "");
    goIn(() =>
      api("acceptInvitation", {
        token,
        name: field("name"),
        email: field("email"),
        password: field("password"),
        language,
      }),
    );
  }

  return (
    <>
      <h2>{t("start.invitedNew")}</h2>
      <form className="stack" onSubmit={submit}>
        <Field
          label={t("start.name")}
          name="name"
          required
          maxLength={200}
          autoComplete="name"
          defaultValue={name ?? ""}
        />
        <Field
          label={t("start.email")}
          name="email"
          type="email"
          required
          maxLength={320}
          autoComplete="username"
          defaultValue={email ?? ""}
        />
        <Field
          label={t("start.password")}
          hint={t("start.passwordRule")}
          name="password"
          type="password"
          required
          minLength={10}
          maxLength={200}
          autoComplete="new-password"
        />
        <Button kind="primary" type="submit" disabled={busy}>
          {t("start.invitedJoin")}
        </Button>
      </form>
    </>
  );
}
