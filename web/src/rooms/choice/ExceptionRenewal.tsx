import type { OutputOf } from "@koers/contract/client";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { api, reading } from "#app/api.ts";
import { usePhrases } from "#app/language.tsx";
import { useAct } from "#app/use-act.ts";
import { Button } from "#controls/Button.tsx";

type Dossier = OutputOf<"getException">;

/** The way to the renewal of a dossier, or to draft one while it runs and there is none. */
export function ExceptionRenewal({ dossier }: { readonly dossier: Dossier }) {
  const { t } = usePhrases();
  const act = useAct();
  const navigate = useNavigate();
  const { id, customerId, state } = dossier;
  const { data } = useQuery(reading("listExceptions", { customerId }));
  if (data === undefined) return null;
  const renewal = data.exceptions.find((one) => one.renews === id && one.state !== "refused");
  if (renewal !== undefined) {
    return (
      <Link className="button" to="/choice/exceptions/$id" params={{ id: renewal.id }}>
        {t("choice.seeRenewal")}
      </Link>
    );
  }
  if (state !== "active") return null;

  async function renew() {
    let draft = id;
    const done = await act(async () => {
      const { id: renewalId, undoStepId } = await api("renewException", { id });
      draft = renewalId;
      return { undoStepId };
    }, t("choice.renewDone"));
    if (done) await navigate({ to: "/choice/exceptions/$id", params: { id: draft } });
  }

  return <Button onClick={() => void renew()}>{t("choice.renew")}</Button>;
}
