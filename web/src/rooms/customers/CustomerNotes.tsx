import type { Customer } from "@koers/contract";
import { type FormEvent, useId, useState } from "react";
import { api, refreshAll } from "#app/api.ts";
import { usePhrases } from "#app/language.tsx";
import { useAct } from "#app/use-act.ts";
import { Button } from "#controls/Button.tsx";

/** Notes with a customer: written, changed and removed, the last with undo. */
export function CustomerNotes({ customer }: { readonly customer: Customer }) {
  const { t, format } = usePhrases();
  const act = useAct();
  const id = useId();
  const [text, setText] = useState("");
  const [editing, setEditing] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const done = await act(async () => {
      if (editing === null) await api("addNote", { id: customer.id, text });
      else await api("editNote", { id: customer.id, noteId: editing, text });
      return undefined;
    }, t("customer.edited"));
    if (!done) return;
    setText("");
    setEditing(null);
    await refreshAll();
  }

  return (
    <section className="stack">
      <h2>{t("customer.notes")}</h2>
      {customer.notes.map((note) => (
        <article key={note.id} className="note">
          <p className="note-text">{note.text}</p>
          <p className="quiet">
            {[note.author, format.moment(note.createdAt)].filter(Boolean).join(", ")}
            {note.updatedAt !== note.createdAt &&
              ` (${t("customer.noteEdited", { moment: format.moment(note.updatedAt) })})`}
          </p>
          <div className="row no-print">
            <Button
              size="small"
              onClick={() => {
                setEditing(note.id);
                setText(note.text);
              }}
            >
              {t("shell.edit")}
            </Button>
            <Button
              size="small"
              onClick={() =>
                void act(
                  () => api("deleteNote", { id: customer.id, noteId: note.id }),
                  t("customer.noteRemoved"),
                )
              }
            >
              {t("shell.remove")}
            </Button>
          </div>
        </article>
      ))}
      <form className="stack note-form no-print" onSubmit={(event) => void submit(event)}>
        <div className="field">
          <label htmlFor={id}>{t("customer.noteLabel")}</label>
          <textarea
            id={id}
            className="input"
            rows={3}
            required
            maxLength={10_000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <div className="row">
          <Button type="submit">{t(editing === null ? "customer.noteAdd" : "shell.save")}</Button>
          {editing !== null && (
            <Button
              kind="quiet"
              onClick={() => {
                setEditing(null);
                setText("");
              }}
            >
              {t("shell.cancel")}
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}
