import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { api, queryClient, reading } from "#app/api.ts";
import { describeError } from "#app/describe-error.ts";
import { usePhrases } from "#app/language.tsx";
import { Button } from "#controls/Button.tsx";
import { Field } from "#controls/Field.tsx";
import { StartHead } from "./StartHead.tsx";

export function SignInPage() {
  const phrases = usePhrases();
  const { t } = phrases;
  const navigate = useNavigate();
  const { data: present } = useQuery(reading("getSession", {}));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setError(null);
    try {
      const session = await api("signIn", {
        email: String(form.get("email") ?? ""),
        password: String(form.get("password") ?? ""),
      });
      queryClient.clear();
      queryClient.setQueryData(["getSession", {}], session);
      await navigate({ to: "/" });
    } catch (refusal) {
      setError(describeError(phrases, refusal));
      setBusy(false);
    }
  }

  return (
    <main className="start">
      <StartHead />
      <h1>{t("start.signInTitle")}</h1>
      <div className="start-ways">
        <section className="start-way">
          {present?.account && present.organization === null && (
            <p className="notice">{t("start.nowhere", { name: present.account.name })}</p>
          )}
          <form className="stack" onSubmit={(event) => void signIn(event)}>
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
            {error && (
              <p className="notice" data-kind="loss" role="alert">
                {error}
              </p>
            )}
            <Button kind="primary" type="submit" disabled={busy}>
              {t("start.signIn")}
            </Button>
          </form>
        </section>
      </div>
    </main>
  );
}
