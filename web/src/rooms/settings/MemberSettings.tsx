import type { Session } from "@koers/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, reading } from "#app/api.ts";
import { ErrorPage } from "#app/ErrorPage.tsx";
import { usePhrases } from "#app/language.tsx";
import { useAct } from "#app/use-act.ts";
import { Button } from "#controls/Button.tsx";
import { Invitations } from "./Invitations.tsx";
import { MemberRoleSelect } from "./MemberRoleSelect.tsx";
import { RemoveMember } from "./RemoveMember.tsx";
import { rolesUpTo } from "./roles-up-to.ts";

type Organization = NonNullable<Session["organization"]>;

/** Who can sign in, with which role, and who is invited. */
export function MemberSettings({ own }: { readonly own: Organization["role"] }) {
  const { t, format } = usePhrases();
  const act = useAct();
  const { data, error, refetch } = useQuery(reading("listMembers", {}));
  const [leaving, setLeaving] = useState<string | null>(null);
  if (error !== null) return <ErrorPage error={error} reset={() => void refetch()} />;
  if (data === undefined) return <span className="skeleton skeleton-block" />;
  const mayChange = own !== "member";
  const giveable = rolesUpTo(own);
  const removed = data.members.find(({ id }) => id === leaving);
  return (
    <section className="stack" id="people">
      <h2>{t("settings.members")}</h2>
      <p className="quiet">{t("settings.membersHint")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={t("settings.members")}>
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t("settings.memberName")}</th>
              <th>{t("settings.memberRole")}</th>
              <th>{t("settings.memberSince")}</th>
              {mayChange && (
                <th>
                  <span className="visually-hidden">{t("settings.memberRemove")}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {data.members.map(({ id, name, email, role, since, self }) => (
              <tr key={id}>
                <td>
                  {name} {self && <span className="quiet">({t("settings.memberSelf")})</span>}
                  <div className="quiet">{email}</div>
                </td>
                <td>
                  {giveable.includes(role) && mayChange ? (
                    <MemberRoleSelect
                      label={`${t("settings.memberRole")}: ${name}`}
                      small
                      roles={giveable}
                      value={role}
                      onChoose={(next) =>
                        void act(
                          () => api("setMemberRole", { id, role: next }),
                          t("settings.memberRoleSaved", {
                            name,
                            role: t(`memberRoles.${next}`).toLowerCase(),
                          }),
                        )
                      }
                    />
                  ) : (
                    t(`memberRoles.${role}`)
                  )}
                </td>
                <td className="keep-together">{format.day(since.slice(0, 10))}</td>
                {mayChange && (
                  <td>
                    {giveable.includes(role) && (
                      <Button
                        size="small"
                        aria-label={`${t("settings.memberRemove")}: ${name}`}
                        onClick={() => setLeaving(id)}
                      >
                        {t("settings.memberRemove")}
                      </Button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {removed && <RemoveMember member={removed} onClose={() => setLeaving(null)} />}
      {mayChange && <Invitations giveable={giveable} />}
    </section>
  );
}
