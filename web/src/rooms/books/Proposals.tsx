import type { MatchProposal } from "@koers/contract";
import { usePhrases } from "#app/language.tsx";
import { Button } from "#controls/Button.tsx";

type ProposalsProps = {
  readonly proposals: readonly MatchProposal[];
  readonly decided: Readonly<Record<string, boolean>>;
  readonly onDecide: (key: string, same: boolean) => void;
};

/** Unsure matches: a person says whether two records are one customer. */
export function Proposals({ proposals, decided, onDecide }: ProposalsProps) {
  const { t, format } = usePhrases();
  return (
    <section className="stack">
      <h3>{t("books.proposals")}</h3>
      <ul className="plain-list">
        {proposals.map((proposal) => (
          <li key={proposal.key} className="row">
            <span>
              {t("books.proposalText", {
                relation: `“${proposal.relationName}”`,
                customer: `“${proposal.customerName}”`,
              })}{" "}
              <span className="quiet">
                {t(`books.reason-${proposal.reason}`)}, {format.percent(proposal.similarity)}
              </span>
            </span>
            <span className="row">
              {([true, false] as const).map((same) => (
                <Button
                  key={String(same)}
                  size="small"
                  kind={decided[proposal.key] === same ? "primary" : "plain"}
                  aria-pressed={decided[proposal.key] === same}
                  onClick={() => onDecide(proposal.key, same)}
                >
                  {t(same ? "books.same" : "books.different")}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet">{t("books.decideLater")}</p>
    </section>
  );
}
