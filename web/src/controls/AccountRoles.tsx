import type { AccountRole, FileReport } from "@koers/contract";
import { usePhrases } from "#app/language.tsx";

type AccountRolesProps = {
  readonly accounts: FileReport["accounts"];
  readonly currency: string;
  readonly chosen: Readonly<Record<string, AccountRole>>;
  readonly onChoose: (code: string, role: AccountRole) => void;
};

const roles = [
  "revenue",
  "direct-purchases",
  "personnel",
  "marketing",
  "overhead",
  "financial",
  "receivables",
  "payables",
  "bank",
  "other-balance",
  "unknown",
] as const satisfies readonly AccountRole[];

/** What each ledger account is taken for, and by what; correctable where it is shown. */
export function AccountRoles({ accounts, currency, chosen, onChoose }: AccountRolesProps) {
  const { t, format } = usePhrases();
  return (
    <details className="stack">
      <summary className="fold">{t("books.accounts")}</summary>
      <p className="quiet">{t("books.accountsHint")}</p>
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t("books.account")}</th>
              <th className="number">{t("books.amount")}</th>
              <th>{t("books.role")}</th>
              <th>{t("books.evidence")}</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map(({ code, description, amount, role, evidence }) => (
              <tr key={code}>
                <td>
                  {code} {description}
                </td>
                <td className="number">{format.money(amount, currency)}</td>
                <td>
                  <select
                    className="input"
                    data-size="small"
                    aria-label={`${t("books.role")}: ${code} ${description ?? ""}`}
                    value={chosen[code] ?? role}
                    onChange={(event) => onChoose(code, event.target.value as AccountRole)}
                  >
                    {roles.map((one) => (
                      <option key={one} value={one}>
                        {t(`accountRoles.${one}`)}
                      </option>
                    ))}
                  </select>
                </td>
                <td className="quiet">
                  {t(`accountEvidence.${chosen[code] === undefined ? evidence : "by-hand"}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
