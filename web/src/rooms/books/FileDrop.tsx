import { type DragEvent, useRef, useState } from "react";
import { usePhrases } from "#app/language.tsx";
import { Button } from "#controls/Button.tsx";

/** Drop files, or choose them with the button: for every drag there is a button. */
export function FileDrop({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = usePhrases();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length > 0) onFiles([...event.dataTransfer.files]);
  }

  return (
    <section
      className="file-drop"
      aria-label={t("books.drop")}
      data-over={over ? "" : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{t("books.drop")}</p>
      <Button kind="primary" onClick={() => input.current?.click()}>
        {t("books.choose")}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        className="visually-hidden"
        aria-label={t("books.choose")}
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </section>
  );
}
