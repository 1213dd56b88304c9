import type { Customer } from "@koers/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, reading } from "#app/api.ts";
import { usePhrases } from "#app/language.tsx";
import { useAct } from "#app/use-act.ts";
import { Button } from "#controls/Button.tsx";
import { Field } from "#controls/Field.tsx";
import { Sheet } from "#controls/Sheet.tsx";

export function CustomerMerge(props: {
  readonly customer: Customer;
  readonly onClose: () => void;
}) {
  const { customer, onClose } = props;
  const { t } = usePhrases();
  const act = useAct();
  const [search, setSearch] = useState("");
  const { data } = useQuery(reading("findCustomers", { search, limit: 10 }));

  async function merge(other: { readonly id: string; readonly name: string }) {
    const done = await act(
      () => api("mergeCustomers", { id: customer.id, other: other.id }),
      t("customer.mergeDone", { other: other.name, name: customer.name }),
    );
    if (done) onClose();
  }

  return (
    <Sheet title={t("customer.mergeTitle", { name: customer.name })} onClose={onClose}>
      <p className="quiet">{t("customer.mergeText")}</p>
      <Field
        label={t("shell.search")}
        type="search"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <ul className="plain-list">
        {data?.customers
          .filter(({ id }) => id !== customer.id)
          .map((other) => (
            <li key={other.id} className="row">
              <span>
                {other.name} <span className="quiet">{other.city}</span>
              </span>
              <Button size="small" onClick={() => void merge(other)}>
                {t("customer.merge")}
              </Button>
            </li>
          ))}
      </ul>
    </Sheet>
  );
}
