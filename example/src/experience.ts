import { behaviours } from "./behaviour.ts";
import { dayIn, type Month, monthNumber, monthOfDay, nextWorkday } from "./calendar.ts";
import { circleAt } from "./circle.ts";
import type { Customer, EnergyVote, Firm, Hours, Person, SurveyAnswer } from "./firm.ts";
import type { Random } from "./random.ts";

type Books = Pick<Firm, "customers" | "circleMonth" | "firstMonth" | "endMonth">;

const praise = [
  "Denken echt mee, ook als het even tegenzit.",
  "Kent onze machines bijna beter dan wij.",
  "Afspraken worden nagekomen, tekeningen kloppen in één keer.",
  "Korte lijnen en altijd een oplossing.",
  "Raad ik collega-bedrijven graag aan.",
  "Prettig team, weten waar ze het over hebben.",
];
const mild = [
  "Prima werk, soms wat laat met terugkoppelen.",
  "Goed, al zijn de wisselingen in het team lastig.",
  "Resultaat is goed, de planning liep uit.",
  "Tevreden, maar de prijs blijft een punt.",
  "Ontwerp is mooi, werktekeningen konden completer.",
];
const complaint = [
  "Twee keer dezelfde fout in de maatvoering.",
  "Moeten zelf steeds achter de voortgang aan.",
  "Vaste contactpersoon is weg en niemand kent ons project.",
  "Veel aandacht bij de verkoop, daarna werd het stil.",
  "Offerte leek scherp, maar we zijn veel tijd kwijt aan correcties.",
  "Te laat opgeleverd en weinig uitleg.",
];

/** Survey answers: twice a year a part of the contacts, with marks that follow how it really goes. */
export function survey(random: Random, firm: Books): SurveyAnswer[] {
  const answers: SurveyAnswer[] = [];
  for (let month = firm.firstMonth; month <= firm.endMonth; month++) {
    if (monthNumber(month) % 3 !== 0) continue;
    for (const customer of firm.customers) {
      if (customer.firstMonth > month - 1 || customer.lastMonth < month) continue;
      for (const contact of customer.contacts) {
        // At most one request per contact in half a year, of which four in ten are answered.
        const turn = (Number(customer.id) + contact.id.length + month / 3) % 2 < 1;
        if (!turn || !random.chance(0.4)) continue;
        const mark = satisfactionAt(customer, month, firm.circleMonth) + random.between(-1.3, 1.3);
        const recommend = Math.min(10, Math.max(0, Math.round(mark)));
        const satisfaction = Math.min(
          5,
          Math.max(1, Math.round((mark + random.between(-0.8, 0.8)) / 2)),
        );
        answers.push({
          day: nextWorkday(dayIn(month, random.integer(3, 20))),
          customer,
          contact,
          recommend,
          satisfaction,
          effort: Math.min(7, Math.max(1, Math.round(mark * 0.7 + random.between(-1, 1)))),
          comment: random.chance(0.6) ? commentFor(random, recommend) : "",
        });
      }
    }
  }
  return answers.sort((a, b) => a.day - b.day);
}

function commentFor(random: Random, mark: number): string {
  return random.pick(mark >= 9 ? praise : mark >= 7 ? mild : complaint);
}

/** On 0 to 10; falls with the circle, and further in the last half year of those who leave. */
function satisfactionAt(customer: Customer, month: Month, circleMonth: Month): number {
  const { satisfaction, disappointment } = behaviours[customer.plan];
  const leaving = customer.lastMonth - month < 6 && customer.plan !== "one-off" ? 1.2 : 0;
  return satisfaction - disappointment * circleAt(month, circleMonth).delivery - leaving;
}

/** Staff vote once a quarter, over the last two years, on the customers they worked for most. */
export function energyVotes(random: Random, firm: Books, hours: readonly Hours[]): EnergyVote[] {
  const worked = new Map<Month, Map<Person, Map<Customer, number>>>();
  for (const { day, person, customer, quarters } of hours) {
    const month = monthOfDay(day);
    if (customer === null || month <= firm.endMonth - 24) continue;
    const quarter = month + 2 - (month % 3);
    const people = worked.get(quarter) ?? new Map<Person, Map<Customer, number>>();
    worked.set(quarter, people);
    const customers = people.get(person) ?? new Map<Customer, number>();
    people.set(person, customers);
    customers.set(customer, (customers.get(customer) ?? 0) + quarters);
  }
  const votes: EnergyVote[] = [];
  for (const [quarter, people] of [...worked].sort(([a], [b]) => a - b)) {
    if (quarter > firm.endMonth) continue;
    for (const [person, customers] of people) {
      const most = [...customers].sort(([, a], [, b]) => b - a).slice(0, 4);
      for (const [customer, quarters] of most) {
        if (quarters < 32 || !random.chance(0.8)) continue;
        const strain = circleAt(quarter, firm.circleMonth).delivery * 0.4;
        const energy = behaviours[customer.plan].energy - strain + random.between(-1.1, 1.1);
        votes.push({
          day: nextWorkday(dayIn(quarter, random.integer(20, 27))),
          person,
          customer,
          energy: Math.min(5, Math.max(1, Math.round(energy))),
        });
      }
    }
  }
  return votes;
}
