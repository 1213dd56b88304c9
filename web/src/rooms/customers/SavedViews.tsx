import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, queryClient, reading } from "#app/api.ts";
import { describeError } from "#app/describe-error.ts";
import { usePhrases } from "#app/language.tsx";
import { type PortfolioSearch, portfolioSearch } from "#app/search-params.ts";
import { useToasts } from "#app/toasts.tsx";
import { Button } from "#controls/Button.tsx";
import { Field } from "#controls/Field.tsx";
import { Sheet } from "#controls/Sheet.tsx";

type SavedViewsProps = {
  readonly view: PortfolioSearch;
  readonly onApply: (view: PortfolioSearch) => void;
  readonly onClose: () => void;
};

const room = "customers";

export function SavedViews({ view, onApply, onClose }: SavedViewsProps) {
  const phrases = usePhrases();
  const { t } = phrases;
  const { say } = useToasts();
  const [name, setName] = useState("");
  const { data } = useQuery(reading("listSavedViews", { room }));

  async function attempt(act: () => Promise<void>) {
    try {
      await act();
      await queryClient.invalidateQueries({ queryKey: ["listSavedViews"] });
    } catch (error) {
      say(describeError(phrases, error));
    }
  }

  function save(event: FormEvent) {
    event.preventDefault();
    void attempt(async () => {
      await api("saveView", { room, name, settings: { ...view } });
      say(t("portfolio.viewSaved", { name }));
      setName("");
    });
  }

  return (
    <Sheet title={t("portfolio.views")} onClose={onClose}>
      {data?.views.length === 0 && <p className="quiet">{t("portfolio.noViews")}</p>}
      {data?.views.map(({ id, name: label, settings }) => (
        <div key={id} className="row">
          <Button
            kind="quiet"
            onClick={() => {
              onApply(portfolioSearch(settings));
              onClose();
            }}
          >
            {label}
          </Button>
          <Button
            size="small"
            onClick={() =>
              void attempt(async () => {
                const { undoStepId } = await api("deleteView", { id });
                say(t("portfolio.viewDeleted", { name: label }), undoStepId);
              })
            }
          >
            {t("shell.remove")}
          </Button>
        </div>
      ))}
      <form className="row" onSubmit={save}>
        <Field
          label={t("portfolio.viewName")}
          required
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button kind="primary" type="submit">
          {t("portfolio.saveView")}
        </Button>
      </form>
    </Sheet>
  );
}
