import { useQuery } from "@tanstack/react-query";
import { api, reading } from "#app/api.ts";
import { usePhrases } from "#app/language.tsx";
import { useAct } from "#app/use-act.ts";
import { ActivityKinds } from "#controls/ActivityKinds.tsx";

/** What kind of work each activity is. */
export function ActivitySettings() {
  const { t } = usePhrases();
  const act = useAct();
  const { data } = useQuery(reading("listActivities", {}));
  return (
    <section className="stack">
      <h2>{t("settings.activities")}</h2>
      {data?.activities.length === 0 && <p className="quiet">{t("settings.activitiesNone")}</p>}
      {data !== undefined && data.activities.length > 0 && (
        <ActivityKinds
          activities={data.activities}
          chosen={{}}
          onChoose={(name, kind) => {
            const activity = data.activities.find((one) => one.name === name);
            if (activity === undefined) return;
            void act(
              () => api("setActivityKind", { key: activity.key, kind }),
              t("settings.activitySaved", {
                activity: name,
                kind: t(`activityKinds.${kind}`).toLowerCase(),
              }),
            );
          }}
        />
      )}
    </section>
  );
}
