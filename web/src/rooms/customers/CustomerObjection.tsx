import type { Customer } from "@koers/contract";
import type { FormEvent } from "react";
import { api } from "#app/api.ts";
import { usePhrases } from "#app/language.tsx";
import { useAct } from "#app/use-act.ts";
import { Button } from "#controls/Button.tsx";
import { Field } from "#controls/Field.tsx";
import { Sheet } from "#controls/Sheet.tsx";

/** GDPR art. 21: who objects stays in the totals and out of every score. */
export function CustomerObjection(props: {
  readonly customer: Customer;
  readonly onClose: () => void;
}) {
  const { customer, onClose } = props;
  const { t } = usePhrases();
  const act = useAct();

  async function set(reason: string | null) {
    const done = await act(
      () => api("setScoringObjection", { id: customer.id, reason }),
      t(reason === null ? "customer.objectionLifted" : "customer.objectionSet"),
    );
    if (done) onClose();
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void set(String(new FormData(event.currentTarget).get("reason") ?? ""));
  }

  return (
    <Sheet title={t("customer.objection")} onClose={onClose}>
      <p>{t("customer.objectionText")}</p>
      {customer.scoringObjection === null ? (
        <form className="stack" onSubmit={submit}>
          <Field name="reason" label={t("customer.objectionReason")} required maxLength={500} />
          <Button kind="primary" type="submit">
            {t("customer.objection")}
          </Button>
        </form>
      ) : (
        <>
          <p className="notice">
            {t("customer.objectionNow", { reason: customer.scoringObjection })}
          </p>
          <Button kind="primary" onClick={() => void set(null)}>
            {t("customer.objectionLift")}
          </Button>
        </>
      )}
    </Sheet>
  );
}
