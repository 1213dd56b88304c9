import { Link } from "@tanstack/react-router";
import { usePhrases } from "#app/language.tsx";
import { RoomToCome } from "#controls/RoomToCome.tsx";

export function ChoicePage() {
  const { t } = usePhrases();
  return (
    <>
      <RoomToCome room="choice" />
      <section className="stack">
        <h2>{t("choice.exceptions")}</h2>
        <p className="quiet">{t("choice.exceptionsText")}</p>
        <div>
          <Link className="button" to="/choice/exceptions">
            {t("choice.seeExceptions")}
          </Link>
        </div>
      </section>
    </>
  );
}
