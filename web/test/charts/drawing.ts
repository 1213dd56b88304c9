import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** A chart as a file of its own: one element a line and two decimals, so that a change can be read. */
export function drawing(chart: ReactElement): string {
  const markup = renderToStaticMarkup(chart);
  const svg = markup.slice(markup.indexOf("<svg"), markup.indexOf("</svg>") + "</svg>".length);
  const rounded = svg.replaceAll(/ (?:[xy][12]?|c[xy]|width|height|d)="[^"]+"/g, (attribute) =>
    attribute.replaceAll(/\d+\.\d{3,}/g, (number) =>
      String(Math.round(Number(number) * 100) / 100),
    ),
  );
  return `${rounded.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"').replaceAll("><", ">\n<")}\n`;
}
