import type { MemberRole } from "@koers/contract";
import { type FormEvent, useState } from "react";
import { api, refreshAll } from "#app/api.ts";
import { describeError } from "#app/describe-error.ts";
import { usePhrases } from "#app/language.tsx";
import { useToasts } from "#app/toasts.tsx";
import { Button } from "#controls/Button.tsx";
import { Field } from "#controls/Field.tsx";
import { Sheet } from "#controls/Sheet.tsx";

type InviteSheetProps = {
  readonly giveable: readonly MemberRole[];
  readonly onClose: () => void;
};

type Link = { readonly address: string; readonly until: string };

/** Makes an invitation and shows its link, once. */
export function InviteSheet({ giveable, onClose }: InviteSheetProps) {
  const phrases = usePhrases();
  const { t, format } = phrases;
  const [link, setLink] = useState<Link | null>(null);
  const [error, setError] = useState<string | null>(null);

  async function invite(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const role = giveable.find((one) => one === text("role")) ?? "member";
    const [name, email] = [text("name"), text("email")];
    try {
      const { token, expiresAt } = await api("createInvitation", {
        role,
        ...(name === "" ? {} : { name }),
        ...(email === "" ? {} : { email }),
      });
      // Behind the # it is in nobody's log: a browser does not send that part.
      setLink({ address: `${location.origin}/invitation#${token}`, until: expiresAt });
      await refreshAll();
    } catch (refusal) {
      setError(describeError(phrases, refusal));
    }
  }

  return (
    <Sheet title={t("settings.invite")} onClose={onClose}>
      {link === null ? (
        <form className="stack" onSubmit={(event) => void invite(event)}>
          <fieldset className="plain-fieldset">
            <legend className="field-label">{t("settings.memberRole")}</legend>
            {giveable.map((role) => (
              <label key={role} className="radio">
                <input
                  type="radio"
                  name="role"
                  value={role}
                  defaultChecked={role === "member"}
                  data-focus={role === "member" ? "" : undefined}
                />
                <span>
                  {t(`memberRoles.${role}`)}{" "}
                  <span className="quiet">{t(`memberRoleHints.${role}`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <Field name="name" label={t("settings.inviteName")} maxLength={200} />
          <Field
            name="email"
            type="email"
            label={t("settings.inviteEmail")}
            hint={t("settings.inviteEmailHint")}
            maxLength={320}
          />
          {error && (
            <p className="notice" data-kind="loss" role="alert">
              {error}
            </p>
          )}
          <div>
            <Button kind="primary" type="submit">
              {t("settings.inviteMake")}
            </Button>
          </div>
        </form>
      ) : (
        <InviteLink address={link.address} until={format.moment(link.until)} />
      )}
    </Sheet>
  );
}

function InviteLink({ address, until }: { readonly address: string; readonly until: string }) {
  const { t } = usePhrases();
  const { say } = useToasts();
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);

  async function copy() {
    await navigator.clipboard.writeText(address);
    say(t("settings.inviteCopied"));
  }

  return (
    <div className="stack">
      <Field
        label={t("settings.inviteLink")}
        hint={t("settings.inviteLinkHint", { until })}
        value={address}
        readOnly
        autoFocus
        onFocus={(event) => event.target.select()}
      />
      {local && <p className="notice">{t("settings.inviteLocal")}</p>}
      <div>
        {/* Browsers give a page the clipboard behind TLS and on this machine only. */}
        {isSecureContext && (
          <Button kind="primary" onClick={() => void copy()}>
            {t("settings.inviteCopy")}
          </Button>
        )}
      </div>
    </div>
  );
}
