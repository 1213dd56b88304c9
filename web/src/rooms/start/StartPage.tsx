import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { api, queryClient, reading } from "#app/api.ts";
import { describeError } from "#app/describe-error.ts";
import { usePhrases } from "#app/language.tsx";
import { Button } from "#controls/Button.tsx";
import { Field } from "#controls/Field.tsx";
import { LookAround } from "./LookAround.tsx";
import { StartHead } from "./StartHead.tsx";

/** The first visit: start with one's own firm, or look around in the example first. */
export function StartPage() {
  const { t } = usePhrases();
  const { data: session } = useQuery(reading("getSession", {}));
  return (
    <main className="start">
      <StartHead />
      <h1>{t("start.title")}</h1>
      <p className="start-lead">{t("start.lead")}</p>
      <div className="start-ways">
        <LookAround />
        {session?.firstVisit !== false && (
          <OwnFirm setupCodeNeeded={session?.setupCodeNeeded === true} />
        )}
      </div>
    </main>
  );
}

function OwnFirm({ setupCodeNeeded }: { readonly setupCodeNeeded: boolean }) {
  const phrases = usePhrases();
  const { t, language } = phrases;
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function create(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name) ?? "");
    setBusy(true);
    setError(null);
    try {
      const session = await api("createOwner", {
        organizationName: field("organizationName"),
        name: field("name"),
        email: field("email"),
        password: field("password"),
        language,
        ...(setupCodeNeeded ? { setupCode: field("setupCode") } : {}),
      });
      queryClient.clear();
      queryClient.setQueryData(["getSession", {}], session);
      await navigate({ to: "/today" });
    } catch (refusal) {
      setError(describeError(phrases, refusal));
      setBusy(false);
    }
  }

  return (
    <section className="start-way">
      <h2>{t("start.ownTitle")}</h2>
      <p className="quiet">{t("start.ownText")}</p>
      <form className="stack" onSubmit={(event) => void create(event)}>
        <Field
          label={t("start.organizationName")}
          name="organizationName"
          required
          maxLength={200}
          autoComplete="organization"
        />
        <Field label={t("start.name")} name="name" required maxLength={200} autoComplete="name" />
        <Field
          label={t("start.email")}
          name="email"
          type="email"
          required
          maxLength={320}
          autoComplete="email"
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
        {setupCodeNeeded && (
          <Field
            label={t("start.setupCode")}
            hint={t("start.setupCodeRule")}
            name="setupCode"
            required
            autoComplete="off"
          />
        )}
        {error && (
          <p className="notice" data-kind="loss" role="alert">
            {error}
          </p>
        )}
        <Button kind="primary" type="submit" disabled={busy}>
          {t("start.create")}
        </Button>
      </form>
    </section>
  );
}
