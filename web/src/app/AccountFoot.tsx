import type { Session } from "@koers/contract";
import { useState } from "react";
import { Button } from "../controls/Button.tsx";
import { api, queryClient, refreshAll } from "./api.ts";
import { type Appearance, appearance, setAppearance } from "./appearance.ts";
import { usePhrases } from "./language.tsx";

type AccountFootProps = {
  readonly session: Session | undefined;
  readonly onSearch: () => void;
  readonly onHelp: () => void;
};

/** Below the rooms: search, language, light or dark, who is signed in. */
export function AccountFoot({ session, onSearch, onHelp }: AccountFootProps) {
  const { t } = usePhrases();
  async function signOut() {
    await api("signOut", {});
    queryClient.clear();
    location.assign("/");
  }
  return (
    <div className="rooms-foot">
      <div className="row">
        <Button kind="quiet" size="small" onClick={onSearch}>
          {t("shell.search")} <kbd>/</kbd>
        </Button>
        <Button kind="quiet" size="small" onClick={onHelp} aria-label={t("shell.keys")}>
          <kbd>?</kbd>
        </Button>
      </div>
      <LanguageChoice />
      <AppearanceChoice />
      {session && session.organizations.length > 1 && <OrganizationChoice session={session} />}
      {session?.account && (
        <div className="row">
          <span className="quiet">{session.account.name}</span>
          <Button kind="quiet" size="small" onClick={() => void signOut()}>
            {t("shell.signOut")}
          </Button>
        </div>
      )}
    </div>
  );
}

function OrganizationChoice({ session }: { readonly session: Session }) {
  const { t } = usePhrases();
  async function enter(id: string) {
    await api("enterOrganization", { id });
    await refreshAll();
  }
  return (
    <select
      className="input"
      data-size="small"
      aria-label={t("shell.switchOrganization")}
      value={session.organization?.id ?? ""}
      onChange={(event) => void enter(event.target.value)}
    >
      {session.organizations.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

export function LanguageChoice() {
  const { t, language, setLanguage } = usePhrases();
  return (
    <select
      className="input"
      data-size="small"
      aria-label={t("shell.language")}
      value={language}
      onChange={(event) => setLanguage(event.target.value === "nl" ? "nl" : "en")}
    >
      <option value="nl">Nederlands</option>
      <option value="en">English</option>
    </select>
  );
}

export function AppearanceChoice() {
  const { t } = usePhrases();
  const [chosen, setChosen] = useState<Appearance>(appearance);
  return (
    <select
      className="input"
      data-size="small"
      aria-label={t("shell.appearance")}
      value={chosen}
      onChange={(event) => {
        const next = event.target.value as Appearance;
        setAppearance(next);
        setChosen(next);
      }}
    >
      {(["auto", "light", "dark"] as const).map((value) => (
        <option key={value} value={value}>
          {t(`shell.${value}`)}
        </option>
      ))}
    </select>
  );
}
