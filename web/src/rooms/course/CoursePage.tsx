import { Link } from "@tanstack/react-router";
import { usePhrases } from "#app/language.tsx";
import { EmptyState } from "#controls/EmptyState.tsx";

export function CoursePage() {
  const { t } = usePhrases();
  return (
    <>
      <p>
        <span className="badge">{t("rooms.notYet")}</span>
      </p>
      <EmptyState
        level={1}
        title={t("rooms.courseTitle")}
        text={t("rooms.courseText")}
        action={
          <Link className="button" data-kind="primary" to="/customers/import">
            {t("rooms.todayButton")}
          </Link>
        }
      />
    </>
  );
}
