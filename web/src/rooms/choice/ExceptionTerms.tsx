import type { ExceptionContent, ExceptionContentField } from "@koers/contract";
import { usePhrases } from "#app/language.tsx";
import { agreedLines } from "./agreed-lines.ts";

type ExceptionTermsProps = {
  readonly content: ExceptionContent;
  readonly currency: string;
  readonly decided: boolean;
};

/** What is agreed, or proposed while nobody has decided. */
export function ExceptionTerms({ content, currency, decided }: ExceptionTermsProps) {
  const phrases = usePhrases();
  const { t } = phrases;
  const lines = agreedLines(phrases, content, currency);
  return (
    <section className="stack">
      <h2>{t(decided ? "choice.agreed" : "choice.proposed")}</h2>
      {lines.length === 0 && <p className="quiet">{t("choice.notAgreed")}</p>}
      <dl className="terms">
        {lines.map(({ field, texts }) => (
          <div key={field}>
            <dt>{t(`choice.fields.${field}`)}</dt>
            {texts.map((text) => (
              <dd key={text}>{text}</dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What has to be there, or right, before a draft can be submitted. */
export function ExceptionMissing(props: { readonly missing: readonly ExceptionContentField[] }) {
  const { t } = usePhrases();
  return (
    <section className="notice" data-kind="warn">
      <h2>{t("choice.missingTitle")}</h2>
      <ul className="needed">
        {props.missing.map((field) => (
          <li key={field}>{t(`choice.needed.${field}`)}</li>
        ))}
      </ul>
    </section>
  );
}
