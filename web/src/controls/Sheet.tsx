import { type ReactNode, useEffect, useId, useRef } from "react";
import { usePhrases } from "../app/language.tsx";
import { Button } from "./Button.tsx";

type SheetProps = {
  readonly title: ReactNode;
  readonly onClose: () => void;
  /** In the middle of the page, or along its right side. */
  readonly side?: "middle" | "right";
  readonly children: ReactNode;
};

/** A dialog; the browser's own element keeps focus inside and closes on Escape. */
export function Sheet({ title, onClose, side = "middle", children }: SheetProps) {
  const { t } = usePhrases();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // The browser would take the first button. React's autoFocus comes too early: before the dialog shows.
    element?.querySelector<HTMLElement>("[data-focus]")?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="sheet"
      data-side={side}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      onKeyDown={() => undefined}
    >
      <div className="sheet-head">
        <h2 id={id}>{title}</h2>
        <Button kind="quiet" size="small" onClick={onClose}>
          {t("shell.close")}
        </Button>
      </div>
      <div className="sheet-body">{children}</div>
    </dialog>
  );
}
