import type { AccountRole } from "@koers/contract";
import { useQuery } from "@tanstack/react-query";
import { api, reading } from "#app/api.ts";
import { usePhrases } from "#app/language.tsx";
import { useAct } from "#app/use-act.ts";
import { AccountRoles } from "#controls/AccountRoles.tsx";

/** Ledger accounts per administration and what each is taken for. */
export function LedgerSettings() {
  const { t } = usePhrases();
  const act = useAct();
  const { data } = useQuery(reading("listAccounts", {}));
  const { data: organization } = useQuery(reading("getOrganization", {}));
  const systems = [
    ...new Map((data?.accounts ?? []).map((one) => [one.sourceSystemId, one.system])),
  ];
  return (
    <section className="stack">
      <h2>{t("settings.accounts")}</h2>
      {data?.accounts.length === 0 && <p className="quiet">{t("settings.accountsNone")}</p>}
      {systems.map(([id, system]) => (
        <div key={id} className="stack">
          {systems.length > 1 && <h3>{system}</h3>}
          <AccountRoles
            accounts={data?.accounts.filter((one) => one.sourceSystemId === id) ?? []}
            currency={organization?.currency ?? "EUR"}
            chosen={{}}
            onChoose={(code, role: AccountRole) =>
              void act(
                () => api("setAccountRole", { sourceSystemId: id, code, accountRole: role }),
                t("settings.accountSaved", { code, role: t(`accountRoles.${role}`).toLowerCase() }),
              )
            }
          />
        </div>
      ))}
    </section>
  );
}
