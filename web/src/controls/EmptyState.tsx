import type { ReactNode } from "react";

/** Says what will appear here, why it helps, and has one button. */
export function EmptyState(props: {
  readonly title: ReactNode;
  readonly text: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <section className="empty-state">
      <h2>{props.title}</h2>
      <p className="quiet">{props.text}</p>
      {props.action}
    </section>
  );
}
