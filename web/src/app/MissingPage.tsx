import { Link } from "@tanstack/react-router";
import { usePhrases } from "./language.tsx";

export function MissingPage() {
  const { t } = usePhrases();
  return (
    <main className="page">
      <section className="empty-state">
        <h1>{t("shell.missing")}</h1>
        <p className="quiet">{t("shell.missingAdvice")}</p>
        <Link className="button" data-kind="primary" to="/">
          {t("shell.today")}
        </Link>
      </section>
    </main>
  );
}
