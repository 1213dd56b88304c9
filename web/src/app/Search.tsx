import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useDeferredValue, useState } from "react";
import { Sheet } from "../controls/Sheet.tsx";
import { reading } from "./api.ts";
import { usePhrases } from "./language.tsx";

const pages = ["today", "customers", "choice", "experience", "course", "settings"] as const;

type Hit = {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly go: () => void;
};

/** One field that finds customers and pages; arrows choose, Enter goes. */
export function Search({ onClose }: { readonly onClose: () => void }) {
  const { t } = usePhrases();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const search = useDeferredValue(text.trim());
  const { data } = useQuery({
    ...reading("findCustomers", { search, limit: 12 }),
    enabled: search !== "",
  });

  const hits: readonly Hit[] = [
    ...pages
      .filter((page) => t(`shell.${page}`).toLowerCase().includes(search.toLowerCase()))
      .map((page) => ({
        id: page,
        label: t(`shell.${page}`),
        detail: t("shell.searchPages"),
        go: () => void navigate({ to: `/${page}` }),
      })),
    ...(search === "" ? [] : (data?.customers ?? [])).map(({ id, name, city }) => ({
      id,
      label: name,
      detail: city ?? t("shell.searchCustomers"),
      go: () => void navigate({ to: "/customers/$id", params: { id } }),
    })),
  ];
  const at = Math.min(chosen, hits.length - 1);

  function go(hit: Hit | undefined) {
    if (hit === undefined) return;
    onClose();
    hit.go();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "ArrowDown") setChosen(Math.min(at + 1, hits.length - 1));
    else if (event.key === "ArrowUp") setChosen(Math.max(at - 1, 0));
    else if (event.key === "Enter") go(hits[at]);
    else return;
    event.preventDefault();
  }

  return (
    <Sheet title={t("shell.search")} onClose={onClose}>
      <input
        className="input"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="search-hits"
        aria-activedescendant={hits[at] === undefined ? undefined : `hit-${hits[at].id}`}
        aria-label={t("shell.searchHint")}
        placeholder={t("shell.searchHint")}
        data-focus
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="search-hits" role="listbox" aria-label={t("shell.search")} className="search-hits">
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, as a combobox does
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above handles the keys
          <div
            key={hit.id}
            id={`hit-${hit.id}`}
            role="option"
            aria-selected={index === at}
            onClick={() => go(hit)}
          >
            <span>{hit.label}</span>
            <span className="quiet">{hit.detail}</span>
          </div>
        ))}
      </div>
      {hits.length === 0 && <p className="quiet">{t("shell.searchNothing", { text })}</p>}
    </Sheet>
  );
}
