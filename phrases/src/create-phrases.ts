import { createTranslator } from "use-intl/core";
import { allPhrases } from "./all-phrases.ts";
import { type Formats, formats } from "./formats.ts";
import { type English, inLanguage, type Language } from "./phrase.ts";

type Messages = English<typeof allPhrases>;

/** Sentences by key with typed arguments, and amounts, numbers and dates in the reader's way. */
export type Phrases = {
  readonly language: Language;
  readonly t: ReturnType<typeof createTranslator<Messages>>;
  readonly format: Formats;
};

export function createPhrases(language: Language): Phrases {
  const format = formats(language);
  const messages = inLanguage(allPhrases, language);
  const t = createTranslator<Messages>({
    locale: format.locale,
    messages: messages as never,
    timeZone: "UTC",
    // A missing sentence is a defect that must show in tests, not a key on somebody's screen.
    onError(error) {
      throw error;
    },
  });
  return { language, t, format };
}
