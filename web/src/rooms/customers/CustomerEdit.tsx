import type { Customer } from "@koers/contract";
import type { FormEvent } from "react";
import { api } from "#app/api.ts";
import { usePhrases } from "#app/language.tsx";
import { useAct } from "#app/use-act.ts";
import { Button } from "#controls/Button.tsx";
import { Field } from "#controls/Field.tsx";
import { Sheet } from "#controls/Sheet.tsx";

const fields = ["name", "kvk", "vatId", "postcode", "city", "country"] as const;

export function CustomerEdit(props: { readonly customer: Customer; readonly onClose: () => void }) {
  const { customer, onClose } = props;
  const { t } = usePhrases();
  const act = useAct();

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const changed = Object.fromEntries(
      fields
        .map((field) => [field, String(form.get(field) ?? "").trim()] as const)
        .filter(([field, text]) => text !== (customer[field] ?? ""))
        .map(([field, text]) => [field, text === "" ? null : text]),
    );
    if (Object.keys(changed).length === 0) {
      onClose();
      return;
    }
    if (
      await act(
        () => api("editCustomer", { id: customer.id, fields: changed }),
        t("customer.edited"),
      )
    )
      onClose();
  }

  return (
    <Sheet title={t("customer.editTitle", { name: customer.name })} onClose={onClose}>
      <p className="quiet">{t("customer.editHint")}</p>
      <form className="stack" onSubmit={(event) => void save(event)}>
        {fields.map((field) => (
          <Field
            key={field}
            name={field}
            label={t(`customer.${field}`)}
            defaultValue={customer[field] ?? ""}
            maxLength={field === "country" ? 2 : 200}
          />
        ))}
        <Button kind="primary" type="submit">
          {t("shell.save")}
        </Button>
      </form>
    </Sheet>
  );
}
