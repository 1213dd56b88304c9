import type { MemberRole } from "@koers/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, reading } from "#app/api.ts";
import { usePhrases } from "#app/language.tsx";
import { useAct } from "#app/use-act.ts";
import { Button } from "#controls/Button.tsx";
import { InviteSheet } from "./InviteSheet.tsx";

/** Who is invited and has not come yet. */
export function Invitations({ giveable }: { readonly giveable: readonly MemberRole[] }) {
  const { t, format } = usePhrases();
  const act = useAct();
  const { data } = useQuery(reading("listInvitations", {}));
  const [inviting, setInviting] = useState(false);
  const open = data?.invitations ?? [];
  return (
    <>
      {open.length > 0 && <h3>{t("settings.invitations")}</h3>}
      {open.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className="table-scroll" tabIndex={0} aria-label={t("settings.invitations")}>
          <table className="plain-table">
            <thead>
              <tr>
                <th>{t("settings.inviteWhom")}</th>
                <th>{t("settings.memberRole")}</th>
                <th>{t("settings.inviteUntil")}</th>
                <th>{t("settings.inviteBy")}</th>
                <th>
                  <span className="visually-hidden">{t("settings.inviteWithdraw")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {open.map(({ id, name, email, role, expiresAt, invitedBy }) => (
                <tr key={id}>
                  <td>
                    {name}
                    {email && <div className="quiet">{email}</div>}
                    {name === null && email === null && (
                      <span className="quiet">{t("settings.inviteAnyone")}</span>
                    )}
                  </td>
                  <td>{t(`memberRoles.${role}`)}</td>
                  <td className="keep-together">{format.moment(expiresAt)}</td>
                  <td>{invitedBy}</td>
                  <td>
                    {giveable.includes(role) && (
                      <Button
                        size="small"
                        aria-label={`${t("settings.inviteWithdraw")}: ${name ?? email ?? t("settings.inviteAnyone")}`}
                        onClick={() =>
                          void act(async () => {
                            await api("withdrawInvitation", { id });
                            return {};
                          }, t("settings.inviteWithdrawn"))
                        }
                      >
                        {t("settings.inviteWithdraw")}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <div>
        <Button onClick={() => setInviting(true)}>{t("settings.invite")}</Button>
      </div>
      {inviting && <InviteSheet giveable={giveable} onClose={() => setInviting(false)} />}
    </>
  );
}
