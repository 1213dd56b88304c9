import { createPhrases, type Language, type Phrases } from "@koers/phrases";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

type Choice = Phrases & { readonly setLanguage: (language: Language) => void };

const LanguageContext = createContext<Choice | null>(null);
const key = "koers.language";

function startLanguage(): Language {
  const stored = localStorage.getItem(key);
  if (stored === "nl" || stored === "en") return stored;
  return navigator.languages.some((language) => language.startsWith("nl")) ? "nl" : "en";
}

/** Gives the pages their sentences; the choice is kept on this device. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(startLanguage);
  const choice = useMemo<Choice>(
    () => ({
      ...createPhrases(language),
      setLanguage(next) {
        localStorage.setItem(key, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <LanguageContext.Provider value={choice}>{children}</LanguageContext.Provider>;
}

export function usePhrases(): Choice {
  const choice = useContext(LanguageContext);
  if (choice === null) throw new Error("usePhrases outside LanguageProvider");
  return choice;
}
