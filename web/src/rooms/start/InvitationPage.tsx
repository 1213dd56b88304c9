import { useQuery } from "@tanstack/react-query";
import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useState } from "react";
import { api, queryClient, reading } from "#app/api.ts";
import { describeError } from "#app/describe-error.ts";
import { usePhrases } from "#app/language.tsx";
import { Button } from "#controls/Button.tsx";
import { InvitedExisting } from "./InvitedExisting.tsx";
import { InvitedNew } from "./InvitedNew.tsx";
import { StartHead } from "./StartHead.tsx";

/** Where the link of an invitation leads: make an account, or go in with the one that one has. */
export function InvitationPage() {
  const phrases = usePhrases();
  const { t } = phrases;
  const navigate = useNavigate();
  // Where one is, not where one is going: going in leaves this address before it leaves this page.
  const token = useRouterState({
    select: ({ resolvedLocation, location }) => (resolvedLocation ?? location).hash,
  });
  const invitation = useQuery({
    queryKey: ["openInvitation", token],
    queryFn: () => api("openInvitation", { token }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data: session } = useQuery(reading("getSession", {}));
  const [hasAccount, setHasAccount] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  /** Does what lets one in, and goes on behind the door. */
  async function goIn(act: () => ReturnType<typeof api<"joinByInvitation">>) {
    setBusy(true);
    setError(null);
    try {
      const entered = await act();
      // All but this page's own question, which would be asked again and find the link used.
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "openInvitation" });
      queryClient.setQueryData(["getSession", {}], entered);
      await navigate({ to: "/today", replace: true });
    } catch (refusal) {
      setError(describeError(phrases, refusal));
      setBusy(false);
      // Signing in may have gone well before joining was refused.
      await queryClient.invalidateQueries({ queryKey: ["getSession"] });
    }
  }

  const join = () => api("joinByInvitation", { token });
  const { data: invited } = invitation;
  const account = session?.account ?? null;
  return (
    <main className="start">
      <StartHead />
      {invitation.isPending && (
        <p className="quiet" role="status">
          {t("shell.loading")}
        </p>
      )}
      {invitation.error !== null && <h1>{describeError(phrases, invitation.error)}</h1>}
      {invited && session && (
        <>
          <h1>{t("start.invitedTitle", { organization: invited.organizationName })}</h1>
          <p className="start-lead">
            {t("start.invitedRole", { role: t(`memberRoles.${invited.role}`).toLowerCase() })}
          </p>
          <div className="start-ways">
            <section className="start-way">
              {account !== null ? (
                <>
                  <p>{t("start.invitedAs", { name: account.name })}</p>
                  <Button kind="primary" disabled={busy} onClick={() => void goIn(join)}>
                    {t("start.invitedGoIn", { name: account.name })}
                  </Button>
                </>
              ) : hasAccount ? (
                <InvitedExisting busy={busy} goIn={(act) => void goIn(act)} join={join} />
              ) : (
                <InvitedNew
                  token={token}
                  name={invited.name}
                  email={invited.email}
                  busy={busy}
                  goIn={(act) => void goIn(act)}
                />
              )}
              {error && (
                <p className="notice" data-kind="loss" role="alert">
                  {error}
                </p>
              )}
              {account === null && (
                <Button
                  kind="quiet"
                  onClick={() => {
                    setError(null);
                    setHasAccount(!hasAccount);
                  }}
                >
                  {t(hasAccount ? "start.invitedHaveNot" : "start.invitedHave")}
                </Button>
              )}
            </section>
          </div>
        </>
      )}
    </main>
  );
}
