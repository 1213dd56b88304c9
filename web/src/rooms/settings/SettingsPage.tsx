import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { AppearanceChoice, LanguageChoice } from "#app/AccountFoot.tsx";
import { reading } from "#app/api.ts";
import { usePhrases } from "#app/language.tsx";
import { routes } from "#app/routes.ts";
import { AccountSettings } from "./AccountSettings.tsx";
import { ActivitySettings } from "./ActivitySettings.tsx";
import { AuditLog } from "./AuditLog.tsx";
import { LedgerSettings } from "./LedgerSettings.tsx";
import { MemberSettings } from "./MemberSettings.tsx";
import { OrganizationSettings } from "./OrganizationSettings.tsx";
import { PeopleRates } from "./PeopleRates.tsx";
import "./settings.css";

export function SettingsPage() {
  const { t } = usePhrases();
  const { data: session } = useQuery(reading("getSession", {}));
  const role = session?.organization?.role;
  const owner = role === "owner";
  const manager = owner || role === "manager";
  return (
    <>
      <header className="page-head">
        <h1>{t("settings.title")}</h1>
        <div className="row">
          <LanguageChoice />
          <AppearanceChoice />
        </div>
      </header>
      <OrganizationSettings mayEdit={owner} />
      {session?.organization?.kind === "real" && <MemberSettings own={session.organization.role} />}
      {manager && <LedgerSettings />}
      {manager && <ActivitySettings />}
      {owner && <PeopleRates />}
      <section className="stack">
        <h2>{t("settings.data")}</h2>
        <div className="row">
          <Link className="button" to="/customers/import">
            {t("settings.imports")}
          </Link>
          {owner && (
            <a className="button" href={routes.exportOrganization.path} download>
              {t("settings.exportAll")}
            </a>
          )}
        </div>
      </section>
      {session?.account && <AccountSettings />}
      {owner && <AuditLog guest={session?.organization?.kind === "example"} />}
    </>
  );
}
