import { RequestRefused } from "@koers/contract/client";
import { Link } from "@tanstack/react-router";
import { ErrorPage } from "#app/ErrorPage.tsx";
import { usePhrases } from "#app/language.tsx";
import { EmptyState } from "#controls/EmptyState.tsx";

/** A dossier that could not be shown; a draft that was taken back is no fault. */
export function ExceptionGone(props: { readonly error: unknown; readonly reset: () => void }) {
  const { t } = usePhrases();
  const { error, reset } = props;
  if (!(error instanceof RequestRefused) || error.code !== "not-found") {
    return <ErrorPage error={error} reset={reset} />;
  }
  return (
    <EmptyState
      level={1}
      title={t("choice.gone")}
      text={t("choice.goneText")}
      action={
        <Link className="button" data-kind="primary" to="/choice/exceptions">
          {t("choice.seeExceptions")}
        </Link>
      }
    />
  );
}
