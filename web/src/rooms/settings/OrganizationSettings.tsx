import { useQuery } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { api, reading } from "#app/api.ts";
import { ErrorPage } from "#app/ErrorPage.tsx";
import { usePhrases } from "#app/language.tsx";
import { useAct } from "#app/use-act.ts";
import { Button } from "#controls/Button.tsx";
import { Field } from "#controls/Field.tsx";

/** The organisation, and the choices that its figures hang on. */
export function OrganizationSettings({ mayEdit }: { readonly mayEdit: boolean }) {
  const { t } = usePhrases();
  const act = useAct();
  const { data, error, refetch } = useQuery(reading("getOrganization", {}));
  if (error !== null) return <ErrorPage error={error} reset={() => void refetch()} />;
  if (data === undefined) return <span className="skeleton skeleton-block" />;

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const orNull = (name: string) => (text(name) === "" ? null : text(name));
    void act(
      () =>
        api("editOrganization", {
          name: text("name"),
          currency: text("currency").toUpperCase(),
          timeZone: text("timeZone"),
          kvk: orNull("kvk"),
          vatId: orNull("vatId"),
          settings: {
            hourCost: orNull("hourCost")?.replace(",", ".") ?? null,
            lostAfterMonths: Number(text("lostAfterMonths")),
            latePaymentRate: Number(text("latePaymentRate")) / 100,
            paymentTermDays: Number(text("paymentTermDays")),
          },
        }),
      t("settings.saved"),
    );
  }

  const { settings } = data;
  return (
    <form key={JSON.stringify(data)} className="stack" onSubmit={save}>
      <fieldset className="settings-columns" disabled={!mayEdit}>
        <section className="stack">
          <h2>{t("settings.organization")}</h2>
          <Field
            name="name"
            label={t("settings.name")}
            required
            maxLength={200}
            defaultValue={data.name}
          />
          <Field
            name="kvk"
            label={t("settings.kvk")}
            hint={t("settings.ownHint")}
            maxLength={20}
            defaultValue={data.kvk ?? ""}
          />
          <Field
            name="vatId"
            label={t("settings.vatId")}
            maxLength={20}
            defaultValue={data.vatId ?? ""}
          />
          <Field
            name="currency"
            label={t("settings.currency")}
            required
            pattern="[A-Za-z]{3}"
            defaultValue={data.currency}
          />
          <Field
            name="timeZone"
            label={t("settings.timeZone")}
            required
            maxLength={60}
            defaultValue={data.timeZone}
          />
        </section>
        <section className="stack" id="economics">
          <h2>{t("settings.economics")}</h2>
          <Field
            name="hourCost"
            label={`${t("settings.hourCost")} (${data.currency})`}
            hint={t("settings.hourCostHint")}
            inputMode="decimal"
            pattern="\d+([.,]\d{1,4})?"
            defaultValue={settings.hourCost ?? ""}
          />
          <Field
            name="lostAfterMonths"
            label={t("settings.lostAfterMonths")}
            type="number"
            min={1}
            max={60}
            required
            defaultValue={settings.lostAfterMonths}
          />
          <Field
            name="paymentTermDays"
            label={t("settings.paymentTermDays")}
            type="number"
            min={0}
            max={365}
            required
            defaultValue={settings.paymentTermDays}
          />
          <Field
            name="latePaymentRate"
            label={t("settings.latePaymentRate")}
            type="number"
            min={0}
            max={100}
            step="any"
            required
            defaultValue={Number((settings.latePaymentRate * 100).toFixed(4))}
          />
        </section>
      </fieldset>
      {mayEdit && (
        <div>
          <Button kind="primary" type="submit">
            {t("shell.save")}
          </Button>
        </div>
      )}
    </form>
  );
}
