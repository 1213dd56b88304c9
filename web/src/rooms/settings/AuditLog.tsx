import { auditActions } from "@koers/phrases";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { reading } from "#app/api.ts";
import { usePhrases } from "#app/language.tsx";

/** What was done, by whom, newest first. */
export function AuditLog({ guest }: { readonly guest: boolean }) {
  const { t, format } = usePhrases();
  const { data: log } = useQuery(reading("listAuditEntries", { limit: 50 }));
  if (log === undefined || log.entries.length === 0) return null;

  function what(action: string): string {
    const key = action.replace(".", "-");
    return isAuditAction(key) ? t(`auditActions.${key}`) : action;
  }

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
            {log.entries.map(({ sequence, at, account, action, subject, data }) => (
              <tr key={sequence}>
                <td>{format.moment(at)}</td>
                <td>{account ?? t(guest ? "shell.guest" : "settings.commandLine")}</td>
                <td>
                  {action === "undo"
                    ? t("settings.auditUndone", {
                        what: what(String(data["action"])).toLowerCase(),
                      })
                    : what(action)}{" "}
                  {/^(customer|note)\./.test(action) ? (
                    <Link to="/customers/$id" params={{ id: subject }}>
                      {t("settings.auditCustomer")}
                    </Link>
                  ) : (
                    <span className="quiet">{/^import\/(\d+)$/.exec(subject)?.[1]}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function isAuditAction(key: string): key is keyof typeof auditActions {
  return Object.hasOwn(auditActions, key);
}
