import { fitBetaGeometric, fitGammaGamma, fitPareto } from "@koers/kernels";
import { type Bar, bar } from "../bar.ts";
import { cdnowCustomers } from "./cdnow.ts";

type Figures = Readonly<Record<string, number>>;

/** How far the fits of CDNOW (weeks of exactly seven days) are from the reference, at most. */
export function referencesOfValue(): readonly Bar[] {
  const customers = cdnowCustomers();
  if (customers === null) return [];
  return [
    // The last digit of the reference is the tenth.
    gap("BG/NBD", fitBetaGeometric(customers, "bg-nbd"), 1e-9, {
      r: 0.2425945224,
      alpha: 4.413602019,
      a: 0.7929220172,
      b: 2.425906777,
      logLikelihood: -9582.42920667,
    }),
    gap("MBG/NBD", fitBetaGeometric(customers, "mbg-nbd"), 2e-9, {
      r: 0.5248431591,
      alpha: 6.18308528,
      a: 0.8913593907,
      b: 1.61400224,
      logLikelihood: -9582.13571555,
    }),
    // Published with three decimals.
    gap("Pareto/NBD", fitPareto(customers), 1e-3, {
      r: 0.553,
      alpha: 10.578,
      s: 0.606,
      beta: 11.669,
      logLikelihood: -9594.976,
    }),
    gap("Gamma-Gamma", fitGammaGamma(customers), 1e-9, {
      p: 6.249572271,
      q: 3.744224667,
      v: 15.44352096,
      logLikelihood: -4055.9176948,
    }),
  ];
}

type Fit =
  | { readonly kind: "fitted"; readonly parameters: Figures; readonly logLikelihood: number }
  | { readonly kind: "too-thin" | "no-maximum" };

function gap(model: string, fit: Fit, atMost: number, reference: Figures): Bar {
  if (fit.kind !== "fitted") throw new Error(`${model}: ${fit.kind}`);
  const ours: Figures = { ...fit.parameters, logLikelihood: fit.logLikelihood };
  const gaps = Object.entries(reference).map(([name, value]) =>
    Math.abs((ours[name] ?? Number.NaN) / value - 1),
  );
  return bar(`${model}, CDNOW: gap to the reference`, Math.max(...gaps), "of the value", atMost);
}
