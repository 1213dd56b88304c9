import { Link } from "@tanstack/react-router";
import { usePhrases } from "#app/language.tsx";
import { EmptyState } from "./EmptyState.tsx";

/** A room that is not built yet: what will stand in it, and what it needs. */
export function RoomToCome({ room }: { readonly room: "choice" | "experience" | "course" }) {
  const { t } = usePhrases();
  return (
    <>
      <p>
        <span className="badge">{t("rooms.notYet")}</span>
      </p>
      <EmptyState
        level={1}
        title={t(`rooms.${room}Title`)}
        text={t(`rooms.${room}Text`)}
        action={
          <Link className="button" data-kind="primary" to="/customers/import">
            {t("rooms.todayButton")}
          </Link>
        }
      />
    </>
  );
}
