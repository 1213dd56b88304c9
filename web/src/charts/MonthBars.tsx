import { scaleBand, scaleLinear } from "d3-scale";
import { useRef, useState } from "react";
import { useWidth } from "#app/use-width.ts";
import "./charts.css";

export type MonthBar = {
  readonly month: string;
  readonly revenue: number;
  readonly margin: number | null;
};

type MonthBarsProps = {
  readonly months: readonly MonthBar[];
  readonly label: string;
  readonly axis: (value: number) => string;
  readonly monthLabel: (month: string) => string;
  readonly describe: (month: MonthBar) => string;
  readonly onOpen: (month: MonthBar) => void;
};

const frameMargin = { top: 10, right: 8, bottom: 26, left: 64 };

/** Revenue per month as quiet bars with the margin inside them in the accent. */
export function MonthBars({ months, label, axis, monthLabel, describe, onOpen }: MonthBarsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 720);
  const height = 220;
  const [at, setAt] = useState<number | null>(null);
  const x = scaleBand(
    months.map(({ month }) => month),
    [frameMargin.left, width - frameMargin.right],
  ).padding(0.28);
  const low = Math.min(0, ...months.map(({ revenue, margin }) => Math.min(revenue, margin ?? 0)));
  const high = Math.max(1, ...months.map(({ revenue, margin }) => Math.max(revenue, margin ?? 0)));
  const y = scaleLinear([low, high], [height - frameMargin.bottom, frameMargin.top]).nice(4);
  const every = Math.ceil(months.length / Math.max(2, Math.floor((width - 80) / 76)));
  const marked = at === null ? undefined : months[at];
  return (
    <div ref={frame} className="chart">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset element */}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="group"
        aria-label={label}
      >
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line
              className={tick === 0 ? "axis" : "grid"}
              x1={frameMargin.left}
              x2={width - frameMargin.right}
              y1={y(tick)}
              y2={y(tick)}
            />
            <text
              className="tick"
              x={frameMargin.left - 8}
              y={y(tick)}
              dy="0.32em"
              textAnchor="end"
            >
              {axis(tick)}
            </text>
          </g>
        ))}
        {months.map((bar, index) => {
          const left = x(bar.month) ?? 0;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a bar of a drawing cannot be a button element
            <g
              key={bar.month}
              role="button"
              tabIndex={0}
              aria-label={describe(bar)}
              className="chart-bar"
              onPointerEnter={() => setAt(index)}
              onPointerLeave={() => setAt(null)}
              onFocus={() => setAt(index)}
              onBlur={() => setAt(null)}
              onClick={() => onOpen(bar)}
              onKeyDown={(event) => event.key === "Enter" && onOpen(bar)}
            >
              <rect
                fill="transparent"
                x={left}
                y={frameMargin.top}
                width={x.bandwidth()}
                height={height - frameMargin.top - frameMargin.bottom}
              />
              <rect
                className="bar"
                x={left}
                y={Math.min(y(bar.revenue), y(0))}
                width={x.bandwidth()}
                height={Math.abs(y(bar.revenue) - y(0))}
              />
              {bar.margin !== null && (
                <rect
                  className={bar.margin < 0 ? "bar-loss" : "bar-accent"}
                  x={left + x.bandwidth() * 0.22}
                  y={Math.min(y(bar.margin), y(0))}
                  width={x.bandwidth() * 0.56}
                  height={Math.abs(y(bar.margin) - y(0))}
                />
              )}
              {index % every === 0 && (
                <text
                  className="tick"
                  x={left + x.bandwidth() / 2}
                  y={height - 6}
                  textAnchor="middle"
                >
                  {monthLabel(bar.month)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <p className="chart-readout" aria-live="polite">
        {marked ? describe(marked) : " "}
      </p>
    </div>
  );
}
