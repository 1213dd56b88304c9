import { customerName, euros, sales } from "./sale.ts";

/** Invoice lines as a package exports them: some 90 bytes a line, four lines an invoice. */
export function* csvOfLines(count: number): Generator<string> {
  yield "Factuurnummer;Factuurdatum;Klantnummer;Klantnaam;Omschrijving;Aantal;Nettobedrag;Valuta\r\n";
  let invoice = { number: 0, date: "", customer: 0 };
  for (const sale of sales(count)) {
    if ((sale.number - 1) % 4 === 0) invoice = sale;
    const amount = euros(sale.net).replace(".", ",");
    yield `F${invoice.number};${invoice.date};${invoice.customer};${customerName(invoice.customer)};Werkzaamheden ${sale.number % 977};${1 + (sale.number % 9)};${amount};EUR\r\n`;
  }
}
