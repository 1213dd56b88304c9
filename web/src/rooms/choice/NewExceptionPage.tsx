import type { ExceptionContent } from "@koers/contract";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { api, reading, refreshAll } from "#app/api.ts";
import { ErrorPage } from "#app/ErrorPage.tsx";
import { usePhrases } from "#app/language.tsx";
import { useToasts } from "#app/toasts.tsx";
import { PageSkeleton } from "#controls/PageSkeleton.tsx";
import { ExceptionForm } from "./ExceptionForm.tsx";
import "./choice.css";

const route = getRouteApi("/door/customers/$id/exception");

/** A new dossier for a customer. */
export function NewExceptionPage() {
  const { t } = usePhrases();
  const { id: customerId } = route.useParams();
  const navigate = useNavigate();
  const { say } = useToasts();
  const { data: customer, error, refetch } = useQuery(reading("getCustomer", { id: customerId }));

  async function save(content: ExceptionContent) {
    const { id, undoStepId } = await api("createExceptionDraft", { customerId, content });
    say(t("choice.drafted"), undoStepId);
    await navigate({ to: "/choice/exceptions/$id", params: { id } });
    await refreshAll();
  }

  if (error !== null) return <ErrorPage error={error} reset={() => void refetch()} />;
  if (customer === undefined) return <PageSkeleton />;
  return (
    <>
      <header className="page-head">
        <h1>{t("choice.newTitle", { name: customer.name })}</h1>
        <p className="lead">{t("choice.newLead")}</p>
      </header>
      <ExceptionForm currency={customer.currency} onSave={save}>
        <Link className="button" to="/customers/$id" params={{ id: customerId }}>
          {t("shell.cancel")}
        </Link>
      </ExceptionForm>
    </>
  );
}
