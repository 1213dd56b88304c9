import { Link } from "@tanstack/react-router";
import { usePhrases } from "#app/language.tsx";
import { EmptyState } from "./EmptyState.tsx";

/** What stands on a page of figures while there are no books. */
export function NoBooks() {
  const { t } = usePhrases();
  return (
    <EmptyState
      level={1}
      title={t("portfolio.emptyTitle")}
      text={t("portfolio.emptyText")}
      action={
        <Link className="button" data-kind="primary" to="/customers/import">
          {t("portfolio.emptyButton")}
        </Link>
      }
    />
  );
}
