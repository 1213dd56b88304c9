import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { type KeyboardEvent, type PointerEvent, useId, useMemo, useRef, useState } from "react";
import { useWidth } from "#app/use-width.ts";
import { peakRank, thinned, type WhalePoint } from "./whale-curve.ts";
import "./charts.css";

type WhaleCurveProps = {
  readonly points: readonly WhalePoint[];
  readonly label: string;
  readonly hint: string;
  readonly peakLabel: string;
  readonly totalLabel: string;
  readonly losersLabel: string | null;
  readonly axis: (value: number) => string;
  readonly describe: (point: WhalePoint, rank: number) => string;
  readonly onOpen: (point: WhalePoint) => void;
};

const margin = { top: 34, right: 18, bottom: 26, left: 64 };

/** Cumulative profit, best customer first; hover, arrow keys, click through to the customer. */
export function WhaleCurve(props: WhaleCurveProps) {
  const { points, axis } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 900);
  const height = width < 560 ? 250 : 330;
  const hintId = useId();
  const [at, setAt] = useState<number | null>(null);
  const peak = useMemo(() => peakRank(points), [points]);

  const geometry = useMemo(() => {
    const top = Math.max(0, ...[points[peak]?.cumulative ?? 0]);
    const bottom = points.reduce((least, point) => Math.min(least, point.cumulative), 0);
    const x = scaleLinear([0, Math.max(1, points.length)], [margin.left, width - margin.right]);
    const y = scaleLinear([bottom, top * 1.04 || 1], [height - margin.bottom, margin.top]).nice(5);
    const ranks = thinned(points, 600);
    const corners = [
      { x: x(0), y: y(0) },
      ...ranks.map((rank) => ({ x: x(rank + 1), y: y(points[rank]?.cumulative ?? 0) })),
    ];
    const path =
      line<{ x: number; y: number }>(
        (p) => p.x,
        (p) => p.y,
      )(corners) ?? "";
    // Where everyone costs money the highest point is before the first customer.
    const highest = Math.max(0, points[peak]?.cumulative ?? 0);
    const after = corners.filter((p) => highest === 0 || p.x >= x(peak + 1));
    const fall =
      area<{ x: number; y: number }>()
        .x((p) => p.x)
        .y0(y(highest))
        .y1((p) => p.y)(after) ?? "";
    return { x, y, path, fall };
  }, [points, peak, width, height]);
  const { x, y } = geometry;

  const last = points.length - 1;
  const marked = at === null ? null : points[at];

  function rankAt(event: PointerEvent<SVGSVGElement>): number {
    const box = event.currentTarget.getBoundingClientRect();
    const rank = Math.round(x.invert(((event.clientX - box.left) / box.width) * width)) - 1;
    return Math.max(0, Math.min(last, rank));
  }

  function onKeyDown(event: KeyboardEvent) {
    const now = at ?? 0;
    const step = event.shiftKey ? 10 : 1;
    if (event.key === "ArrowRight") setAt(Math.min(last, at === null ? 0 : now + step));
    else if (event.key === "ArrowLeft") setAt(Math.max(0, now - step));
    else if (event.key === "Home") setAt(0);
    else if (event.key === "End") setAt(last);
    else if (event.key === "Enter" && marked) props.onOpen(marked);
    else return;
    event.preventDefault();
  }

  if (points.length === 0) return null;
  const peakPoint = points[peak];
  const endPoint = points[last];
  const falls = peak < last || (peakPoint?.cumulative ?? 0) < 0;
  // Both labels stay above the numbers of the axis.
  const lowest = height - margin.bottom - (props.losersLabel === null ? 6 : 24);
  const labelAt = Math.min(lowest, y(endPoint?.cumulative ?? 0) + (falls ? 18 : -10));
  return (
    <div ref={frame} className="chart">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="application"
        aria-label={props.label}
        aria-describedby={hintId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the curve is walked with the arrow keys
        tabIndex={0}
        onPointerMove={(event) => setAt(rankAt(event))}
        onPointerLeave={() => setAt(null)}
        onClick={() => marked && props.onOpen(marked)}
        onKeyDown={onKeyDown}
        onBlur={() => setAt(null)}
      >
        {y.ticks(5).map((tick) => (
          <g key={tick}>
            <line
              className={tick === 0 ? "axis" : "grid"}
              x1={margin.left}
              x2={width - margin.right}
              y1={y(tick)}
              y2={y(tick)}
            />
            <text className="tick" x={margin.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
              {axis(tick)}
            </text>
          </g>
        ))}
        {x
          .ticks(Math.min(8, points.length))
          .filter(Number.isInteger)
          .map((tick) => (
            <text key={tick} className="tick" x={x(tick)} y={height - 6} textAnchor="middle">
              {tick}
            </text>
          ))}
        {falls && <path className="whale-fall" d={geometry.fall} />}
        <path className="whale-line" d={geometry.path} />
        {peakPoint && peakPoint.cumulative > 0 && peak < last && (
          <>
            <circle className="whale-peak" cx={x(peak + 1)} cy={y(peakPoint.cumulative)} r={4.5} />
            <text
              className="chart-label"
              x={x(peak + 1)}
              y={y(peakPoint.cumulative) - 12}
              textAnchor={peak > points.length * 0.7 ? "end" : "middle"}
            >
              {props.peakLabel}
            </text>
          </>
        )}
        {endPoint && (
          <text className="chart-label" x={width - margin.right} y={labelAt} textAnchor="end">
            {props.totalLabel}
          </text>
        )}
        {props.losersLabel && endPoint && (
          <text
            className="chart-label loss-label"
            x={width - margin.right}
            y={labelAt + 18}
            textAnchor="end"
          >
            {props.losersLabel}
          </text>
        )}
        {marked && at !== null && (
          <>
            <line
              className="marker"
              x1={x(at + 1)}
              x2={x(at + 1)}
              y1={margin.top}
              y2={height - margin.bottom}
            />
            <circle className="whale-at" cx={x(at + 1)} cy={y(marked.cumulative)} r={5} />
          </>
        )}
      </svg>
      <p className="chart-readout" aria-live="polite">
        {marked && at !== null ? props.describe(marked, at + 1) : " "}
      </p>
      <p className="visually-hidden" id={hintId}>
        {props.hint}
      </p>
    </div>
  );
}
