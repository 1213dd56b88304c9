import { useQuery } from "@tanstack/react-query";
import { reading } from "#app/api.ts";
import { usePhrases } from "#app/language.tsx";

/** What was done, by whom, newest first. */
export function AuditLog({ guest }: { readonly guest: boolean }) {
  const { t, format } = usePhrases();
  const { data } = useQuery(reading("listAuditEntries", { limit: 50 }));
  if (data === undefined || data.entries.length === 0) return null;
  return (
    <section className="stack">
      <h2>{t("settings.audit")}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="table-scroll audit" tabIndex={0} aria-label={t("settings.audit")}>
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t("settings.auditWhen")}</th>
              <th>{t("settings.auditWho")}</th>
              <th>{t("settings.auditWhat")}</th>
            </tr>
          </thead>
          <tbody>
            {data.entries.map(({ sequence, at, account, action, subject }) => (
              <tr key={sequence}>
                <td>{format.moment(at)}</td>
                <td>{account ?? t(guest ? "shell.guest" : "settings.commandLine")}</td>
                <td>
                  {action} <span className="quiet">{subject}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
