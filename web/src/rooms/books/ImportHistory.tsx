import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api, reading } from "#app/api.ts";
import { describeError } from "#app/describe-error.ts";
import { usePhrases } from "#app/language.tsx";
import { useAct } from "#app/use-act.ts";
import { Button } from "#controls/Button.tsx";

/** What was imported so far; each import can be taken back. */
export function ImportHistory() {
  const phrases = usePhrases();
  const { t, format } = phrases;
  const act = useAct();
  const { data, error } = useQuery(reading("listImports", {}));
  if (error !== null) {
    return (
      <p className="notice" data-kind="loss">
        {describeError(phrases, error)}
      </p>
    );
  }
  if (data === undefined) return <span className="skeleton skeleton-line" />;
  return (
    <section className="stack">
      <h2>{t("books.history")}</h2>
      {data.imports.length === 0 ? (
        <p className="quiet">{t("books.historyNone")}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className="table-scroll" tabIndex={0} aria-label={t("books.history")}>
          <table className="plain-table as-list">
            <thead>
              <tr>
                <th>{t("books.file")}</th>
                <th>{t("books.subject")}</th>
                <th>{t("books.system")}</th>
                <th>{t("portfolio.period")}</th>
                <th>{t("books.when")}</th>
                <th>{t("books.status")}</th>
                <th>
                  <span className="visually-hidden">{t("books.undo")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.imports.map((one) => (
                <tr key={one.importId}>
                  <td>
                    <Link
                      to="/customers/import/$importId"
                      params={{ importId: String(one.importId) }}
                    >
                      {one.file}
                    </Link>
                  </td>
                  <td data-label={t("books.subject")}>{t(`subjects.${one.subject}`)}</td>
                  <td data-label={t("books.system")}>{one.system}</td>
                  <td data-label={t("portfolio.period")}>
                    {one.covers &&
                      format.period({
                        from: one.covers.from.slice(0, 7),
                        to: one.covers.to.slice(0, 7),
                      })}
                  </td>
                  <td data-label={t("books.when")}>{format.moment(one.createdAt)}</td>
                  <td>
                    <span className="badge">{t(`books.${one.status}`)}</span>{" "}
                    {one.overridden && (
                      <span className="badge" data-kind="loss">
                        {t("books.overriddenMark")}
                      </span>
                    )}
                  </td>
                  <td>
                    <Button
                      size="small"
                      onClick={() =>
                        void act(
                          async () => {
                            await api("undoImport", { importId: one.importId });
                            return undefined;
                          },
                          t("books.undone", { file: one.file }),
                        )
                      }
                    >
                      {t("books.undo")}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
