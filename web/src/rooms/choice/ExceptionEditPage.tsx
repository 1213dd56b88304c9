import type { ExceptionContent } from "@koers/contract";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { api, reading, refreshAll } from "#app/api.ts";
import { usePhrases } from "#app/language.tsx";
import { useToasts } from "#app/toasts.tsx";
import { PageSkeleton } from "#controls/PageSkeleton.tsx";
import { changedContent } from "./content-of-form.ts";
import { ExceptionForm } from "./ExceptionForm.tsx";
import { ExceptionGone } from "./ExceptionGone.tsx";
import "./choice.css";

const route = getRouteApi("/door/choice/exceptions/$id/edit");

/** A draft, to go on with. */
export function ExceptionEditPage() {
  const { t } = usePhrases();
  const { id } = route.useParams();
  const navigate = useNavigate();
  const { say } = useToasts();
  const { data: dossier, error, refetch } = useQuery(reading("getException", { id }));
  const { data: session } = useQuery(reading("getSession", {}));
  const organization = session?.organization;

  if (error !== null) return <ExceptionGone error={error} reset={() => void refetch()} />;
  if (dossier === undefined || !organization) return <PageSkeleton />;
  const { customerName, content: before } = dossier;

  async function save(after: ExceptionContent) {
    const content = changedContent(before, after);
    if (Object.keys(content).length > 0) {
      const { undoStepId } = await api("editExceptionDraft", { id, content });
      say(t("choice.edited"), undoStepId);
    }
    await navigate({ to: "/choice/exceptions/$id", params: { id } });
    await refreshAll();
  }

  return (
    <>
      <header className="page-head">
        <h1>{t("choice.title", { name: customerName })}</h1>
        <p className="lead">{t("choice.newLead")}</p>
      </header>
      {/* After an undo the fields begin again with what stands there then. */}
      <ExceptionForm
        key={dossier.changedAt}
        content={before}
        currency={organization.currency}
        onSave={save}
      >
        <Link className="button" to="/choice/exceptions/$id" params={{ id }}>
          {t("shell.cancel")}
        </Link>
      </ExceptionForm>
    </>
  );
}
