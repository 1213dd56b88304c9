import type { ActivityKind, FileReport } from "@koers/contract";
import { usePhrases } from "#app/language.tsx";

type ActivityKindsProps = {
  readonly activities: FileReport["activities"];
  readonly chosen: Readonly<Record<string, ActivityKind>>;
  readonly onChoose: (name: string, kind: ActivityKind) => void;
};

export const activityKindOrder = [
  "delivery",
  "selling",
  "account-management",
  "negotiation",
  "support",
  "rework",
  "complaints",
  "internal",
  "absence",
] as const satisfies readonly ActivityKind[];

/** What kind of work each activity in the hours is: decides what counts as cost-to-serve. */
export function ActivityKinds({ activities, chosen, onChoose }: ActivityKindsProps) {
  const { t, format } = usePhrases();
  return (
    <details className="stack" open>
      <summary className="fold">{t("books.activities")}</summary>
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t("books.activity")}</th>
              <th className="number">{t("facts.hours.name")}</th>
              <th>{t("books.role")}</th>
            </tr>
          </thead>
          <tbody>
            {activities.map(({ name, kind, hours }) => (
              <tr key={name}>
                <td>{name}</td>
                <td className="number">{format.number(hours)}</td>
                <td>
                  <select
                    className="input"
                    data-size="small"
                    aria-label={`${t("books.role")}: ${name}`}
                    value={chosen[name] ?? kind}
                    onChange={(event) => onChoose(name, event.target.value as ActivityKind)}
                  >
                    {activityKindOrder.map((one) => (
                      <option key={one} value={one}>
                        {t(`activityKinds.${one}`)}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
