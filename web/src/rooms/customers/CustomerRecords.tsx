import type { Customer } from "@koers/contract";
import { api } from "#app/api.ts";
import { usePhrases } from "#app/language.tsx";
import { useAct } from "#app/use-act.ts";
import { Button } from "#controls/Button.tsx";

const matched = [
  "new",
  "external-id",
  "kvk",
  "vat-id",
  "email-domain",
  "name",
  "confirmed",
  "by-hand",
] as const;

/** As which records the systems know this customer, its contacts and its traits. */
export function CustomerRecords({ customer }: { readonly customer: Customer }) {
  const { t } = usePhrases();
  const act = useAct();
  const traits = Object.entries(customer.traits);
  return (
    <>
      <section className="stack">
        <h2>{t("customer.records")}</h2>
        <div className="table-scroll">
          <table className="plain-table as-list">
            <thead>
              <tr>
                <th>{t("customer.system")}</th>
                <th>{t("customer.number")}</th>
                <th>{t("customer.name")}</th>
                <th>{t("customer.matchedBy")}</th>
                <th>
                  <span className="visually-hidden">{t("customer.split")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {customer.relations.map((relation) => {
                const how = matched.find((one) => one === relation.matchedBy);
                return (
                  <tr key={relation.id}>
                    <td data-label={t("customer.system")}>{relation.system}</td>
                    <td data-label={t("customer.number")}>{relation.externalId}</td>
                    <td data-label={t("customer.name")}>{relation.name}</td>
                    <td data-label={t("customer.matchedBy")}>
                      {how && t(`customer.matched-${how}`)}
                    </td>
                    <td>
                      {customer.relations.length > 1 && (
                        <Button
                          size="small"
                          onClick={() =>
                            void act(
                              () =>
                                api("splitCustomer", { id: customer.id, relations: [relation.id] }),
                              t("customer.splitDone", { name: relation.name }),
                            )
                          }
                        >
                          {t("customer.split")}
                        </Button>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </section>
      <div className="columns">
        {customer.contacts.length > 0 && (
          <section className="stack">
            <h2>{t("customer.contacts")}</h2>
            <ul className="plain-list">
              {customer.contacts.map(({ name, email, phone, role }) => (
                <li key={`${name}-${email}`}>
                  {name}{" "}
                  <span className="quiet">{[role, email, phone].filter(Boolean).join(" · ")}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {traits.length > 0 && (
          <section className="stack">
            <h2>{t("customer.traits")}</h2>
            <dl className="traits">
              {traits.map(([trait, value]) => (
                <div key={trait}>
                  <dt className="quiet">{trait}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
      </div>
    </>
  );
}
