import { AppearanceChoice, LanguageChoice } from "#app/AccountFoot.tsx";
import { usePhrases } from "#app/language.tsx";
import "./start.css";

/** Above the pages before the door: whose they are, the language, light or dark. */
export function StartHead() {
  const { t } = usePhrases();
  return (
    <header className="start-head">
      <div className="row start-mark">
        <img src="/favicon.svg" width="30" height="30" alt="" />
        <strong>{t("shell.product")}</strong>
      </div>
      <div className="row">
        <LanguageChoice />
        <AppearanceChoice />
      </div>
    </header>
  );
}
