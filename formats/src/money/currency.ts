// ISO 4217 list one (currencies in use) without funds codes, metals, testing codes and "no currency",
// followed by currencies withdrawn since 2014, which older invoices and ledgers still carry.
const twoDecimals =
  "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY " +
  "COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF " +
  "IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR " +
  "MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG " +
  "SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES " +
  "WST XCD XCG YER ZAR ZMW ZWG " +
  "ANG BGN CUC HRK LTL MRO SLL STD VEF ZMK ZWL";
const noDecimals = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF BYR";
const threeDecimals = "BHD IQD JOD KWD LYD OMR TND";

const exponents: ReadonlyMap<string, number> = new Map([
  ...twoDecimals.split(" ").map((code) => [code, 2] as const),
  ...noDecimals.split(" ").map((code) => [code, 0] as const),
  ...threeDecimals.split(" ").map((code) => [code, 3] as const),
]);

/**
 * How many decimals a currency has (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD. `undefined` when the
 * code is not that of a currency; codes are upper case, `eur` is none.
 */
export function minorUnitExponent(code: string): number | undefined {
  return exponents.get(code);
}
