import { usePhrases } from "#app/language.tsx";

/** The shape of a page while its figures are on their way. */
export function PageSkeleton() {
  const { t } = usePhrases();
  return (
    <div className="stack" role="status" aria-label={t("shell.loading")}>
      <span className="skeleton skeleton-title" />
      <span className="skeleton skeleton-line" />
      <span className="skeleton skeleton-block" />
      <span className="skeleton skeleton-block" />
    </div>
  );
}
