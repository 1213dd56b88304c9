import type { Customer, FactKey } from "@koers/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { reading } from "#app/api.ts";
import { describeError } from "#app/describe-error.ts";
import { usePhrases } from "#app/language.tsx";
import { Button } from "#controls/Button.tsx";
import { LinesTable } from "#controls/LinesTable.tsx";
import { Sheet } from "#controls/Sheet.tsx";

type FigureLinesProps = {
  readonly customer: Customer;
  readonly fact: FactKey;
  readonly month: string | undefined;
  readonly onClose: () => void;
};

const page = 200;

/** The lines of the books behind a figure, with the file and line each came from. */
export function FigureLines({ customer, fact, month, onClose }: FigureLinesProps) {
  const phrases = usePhrases();
  const { t, format } = phrases;
  const [limit, setLimit] = useState(page);
  const { from, to } = customer.period;
  const { data, error } = useQuery({
    ...reading("getCustomerLines", { id: customer.id, fact, from, to, month, limit }),
    placeholderData: (before) => before,
  });
  const name = t(`facts.${fact}.name`);
  return (
    <Sheet title={t("customer.linesTitle", { fact: name })} side="right" onClose={onClose}>
      <p className="quiet">
        {customer.name},{" "}
        {month === undefined ? format.period(customer.period) : format.month(month)}
      </p>
      {error !== null && (
        <p className="notice" data-kind="loss" role="alert">
          {describeError(phrases, error)}
        </p>
      )}
      {data === undefined && error === null && <span className="skeleton skeleton-block" />}
      {data?.total === 0 && <p className="quiet">{t("customer.linesNone")}</p>}
      {data !== undefined && data.total > 0 && (
        <>
          <LinesTable lines={data.lines} currency={customer.currency} sum={data.sum} />
          {data.total > data.lines.length && limit < 1000 && (
            <Button onClick={() => setLimit(Math.min(1000, limit + page))}>
              {t("customer.linesMore")}
            </Button>
          )}
          <p className="quiet">{t("customer.lines", { count: data.total })}</p>
        </>
      )}
    </Sheet>
  );
}
