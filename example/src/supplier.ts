import type { Supplier } from "./firm.ts";
import { domainFor, iban, kvkNumber, vatNumber } from "./identity.ts";
import { addressFrom } from "./place.ts";
import type { Random } from "./random.ts";

/** Who the firm buys from, with relation numbers from 20001. */
const names = [
  "Printlaag Prototypes B.V.",
  "Rekenkamer Sterkteleer B.V.",
  "Proefdraai Machinale Bewerking B.V.",
  "Freelance Constructeurs Collectief",
  "Vastgoed De Oude Weverij B.V.",
  "Stroomkeuze Energie B.V.",
  "Schoonhuis Facilitair B.V.",
  "Lijnwerk CAD Licenties B.V.",
  "Kabelboom ICT Beheer B.V.",
  "Belgoed Telefonie B.V.",
  "Ritmeester Autolease B.V.",
  "Postelein Accountants B.V.",
  "Onderling Zeker Verzekeringen",
  "Papierbak Kantoorartikelen B.V.",
  "Lunchmand Catering V.O.F.",
  "Uithangbord Reclame B.V.",
  "Beursplein Standbouw B.V.",
  "Zoekgraag Online Marketing B.V.",
] as const;

export type SupplierName = (typeof names)[number];

export function makeSuppliers(random: Random): Supplier[] {
  return names.map((name, index) => ({
    id: String(20_001 + index),
    name,
    kvk: kvkNumber(index + 500),
    vatId: vatNumber(index + 500),
    domain: domainFor(name),
    iban: iban(700_000_000 + index * 7_919),
    address: addressFrom(random.fork(name)),
  }));
}

export function supplierId(name: SupplierName): string {
  return String(20_001 + names.indexOf(name));
}
