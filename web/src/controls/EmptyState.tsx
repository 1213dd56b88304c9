import type { ReactNode } from "react";

type EmptyStateProps = {
  readonly title: ReactNode;
  readonly text: ReactNode;
  readonly action?: ReactNode;
  /** 1 where it is the whole page. */
  readonly level?: 1 | 2;
};

/** Says what will appear here, why it helps, and has one button. */
export function EmptyState({ title, text, action, level = 2 }: EmptyStateProps) {
  return (
    <section className="empty-state">
      {level === 1 ? <h1>{title}</h1> : <h2>{title}</h2>}
      <p className="quiet">{text}</p>
      {action}
    </section>
  );
}
