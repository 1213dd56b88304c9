import { useQuery } from "@tanstack/react-query";
import { api, reading } from "#app/api.ts";
import { usePhrases } from "#app/language.tsx";
import { useAct } from "#app/use-act.ts";

/** The cost of a person's hour; owners only. */
export function PeopleRates() {
  const { t, format } = usePhrases();
  const act = useAct();
  const { data } = useQuery(reading("listPeopleRates", {}));
  if (data === undefined || data.people.length === 0) return null;
  return (
    <section className="stack">
      <h2>{t("settings.people")}</h2>
      <p className="quiet">
        {t("settings.peopleHint")} {t("settings.hourCostHint")}
      </p>
      <details>
        <summary className="fold">{t("shell.edit")}</summary>
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t("settings.person")}</th>
              <th className="number">{t("facts.hours.name")}</th>
              <th>{t("settings.costRate")}</th>
            </tr>
          </thead>
          <tbody>
            {data.people.map(({ id, name, hours, costRate }) => (
              <tr key={id}>
                <td>{name}</td>
                <td className="number">{format.number(hours)}</td>
                <td>
                  <input
                    key={costRate}
                    className="input"
                    data-size="small"
                    inputMode="decimal"
                    aria-label={`${t("settings.costRate")}: ${name}`}
                    defaultValue={costRate ?? ""}
                    onBlur={(event) => {
                      const text = event.target.value.trim().replace(",", ".");
                      const next = text === "" ? null : text;
                      if (next === costRate) return;
                      void act(
                        () => api("setPersonRate", { id, costRate: next }),
                        t("settings.rateSaved", { name }),
                      );
                    }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
