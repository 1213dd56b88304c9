import type {
  ExceptionCommand,
  ExceptionContentField,
  ExceptionOutcome,
  ExceptionReason,
  ExceptionState,
} from "@koers/contract";
import type { Phrase } from "./phrase.ts";

/** Choice: dossiers of customers outside the target group. */
export const choice = {
  exceptions: { en: "Exceptions", nl: "Uitzonderingen" },
  exceptionsText: {
    en: "Whom you serve outside your target group, on what terms and until when.",
    nl: "Wie u bedient buiten uw doelgroep, op welke voorwaarden en tot wanneer.",
  },
  seeExceptions: { en: "See the exceptions", nl: "Bekijk de uitzonderingen" },
  emptyTitle: { en: "No exceptions yet", nl: "Nog geen uitzonderingen" },
  emptyText: {
    en: "A customer outside your target group is served only under a dossier: why, on what terms, what it brings and until when, agreed by someone else than who asked. To begin, open a customer and choose “{propose}”.",
    nl: "Een klant buiten uw doelgroep bedient u alleen onder een dossier: waarom, op welke voorwaarden, wat het oplevert en tot wanneer, met het akkoord van een ander dan wie erom vraagt. Open om te beginnen een klant en kies “{propose}”.",
  },
  propose: { en: "Propose an exception", nl: "Stel een uitzondering voor" },
  toCustomers: { en: "To the customers", nl: "Naar de klanten" },
  findingNone: { en: "No exception is running", nl: "Er loopt geen uitzondering" },
  findingRunning: {
    en: "{count, plural, one {1 exception is running} other {# exceptions are running}}",
    nl: "{count, plural, one {Er loopt 1 uitzondering} other {Er lopen # uitzonderingen}}",
  },
  findingWaiting: {
    en: "{count, plural, one {1 exception waits for a decision} other {# exceptions wait for a decision}}",
    nl: "{count, plural, one {1 uitzondering wacht op een besluit} other {# uitzonderingen wachten op een besluit}}",
  },
  findingExpired: {
    en: "{count, plural, one {1 exception is past its end date} other {# exceptions are past their end date}}",
    nl: "{count, plural, one {1 uitzondering is voorbij de einddatum} other {# uitzonderingen zijn voorbij de einddatum}}",
  },
  expiredAdvice: {
    en: "Decide about what is past its end date: end it, or have it reviewed again.",
    nl: "Beslis over wat voorbij de einddatum is: beëindig het, of laat het opnieuw beoordelen.",
  },
  customer: { en: "Customer", nl: "Klant" },
  state: { en: "State", nl: "Stand" },
  expired: { en: "past its end date", nl: "einddatum voorbij" },
  unread: { en: "not read by you", nl: "door u niet gelezen" },
  notAgreed: { en: "not agreed", nl: "niet afgesproken" },
  title: { en: "Exception for {name}", nl: "Uitzondering voor {name}" },
  gone: { en: "This dossier is no longer there", nl: "Dit dossier is er niet meer" },
  goneText: {
    en: "Its draft was taken back. The audit log remembers that it was there.",
    nl: "Het concept is teruggenomen. Het logboek onthoudt dat het er was.",
  },
  expiredNotice: {
    en: "The last day was {day}, and this exception is still open. End it, or have it reviewed again.",
    nl: "De laatste dag was {day}, en deze uitzondering is nog open. Beëindig haar, of laat haar opnieuw beoordelen.",
  },
  seeCustomer: { en: "See the customer", nl: "Bekijk de klant" },
  seeRenewed: {
    en: "See the dossier that this one renews",
    nl: "Bekijk het dossier dat dit verlengt",
  },
  seeRenewal: { en: "See its renewal", nl: "Bekijk de verlenging" },
  agreed: { en: "What is agreed", nl: "Wat is afgesproken" },
  proposed: { en: "What is proposed", nl: "Wat wordt voorgesteld" },
  cashBy: { en: "{amount}, by {day}", nl: "{amount}, uiterlijk {day}" },
  hours: { en: "{hours} hours", nl: "{hours} uur" },
  missingTitle: {
    en: "Before it can be submitted, this is needed",
    nl: "Voordat het kan worden ingediend, is dit nodig",
  },
  history: { en: "What happened", nl: "Wat er gebeurde" },
  byAt: { en: "{name}, {moment}", nl: "{name}, {moment}" },
  viaImport: { en: "from an imported file", nl: "uit een geïmporteerd bestand" },
  viaApi: {
    en: "by a program, without a person",
    nl: "door een programma, zonder persoon",
  },
  readers: { en: "Who has read it", nl: "Wie het heeft gelezen" },
  readersNone: { en: "Nobody yet.", nl: "Nog niemand." },
  readBefore: {
    en: "before the last change",
    nl: "vóór de laatste wijziging",
  },
  ended: { en: "The end", nl: "Het einde" },
  edit: { en: "Change the draft", nl: "Wijzig het concept" },
  submit: { en: "Submit", nl: "Dien in" },
  submitText: {
    en: "Someone else decides about it then, and the draft cannot be changed any more.",
    nl: "Een ander beslist er dan over, en het concept kan niet meer worden gewijzigd.",
  },
  submitDone: { en: "Submitted.", nl: "Ingediend." },
  approve: { en: "Approve", nl: "Keur goed" },
  approveText: {
    en: "This cannot be taken back. What you write stays with the dossier.",
    nl: "Dit kan niet worden teruggenomen. Wat u schrijft, blijft bij het dossier.",
  },
  approveDone: { en: "Approved.", nl: "Goedgekeurd." },
  refuse: { en: "Refuse", nl: "Weiger" },
  refuseText: {
    en: "This cannot be taken back. Say why: who asked reads it here.",
    nl: "Dit kan niet worden teruggenomen. Zeg waarom: wie erom vroeg, leest het hier.",
  },
  refuseDone: { en: "Refused.", nl: "Geweigerd." },
  activate: { en: "Start", nl: "Laat ingaan" },
  activateText: {
    en: "From now on this customer is served on these terms. A renewal takes the place of the dossier that it renews.",
    nl: "Vanaf nu wordt deze klant op deze voorwaarden bediend. Een verlenging komt in de plaats van het dossier dat zij verlengt.",
  },
  activateDone: { en: "Started.", nl: "Ingegaan." },
  end: { en: "End", nl: "Beëindig" },
  endText: {
    en: "This cannot be taken back. Say how it ended and what you learned.",
    nl: "Dit kan niet worden teruggenomen. Zeg hoe het afliep en wat u ervan leerde.",
  },
  endDone: { en: "Ended.", nl: "Beëindigd." },
  renew: { en: "Draft a renewal", nl: "Stel een verlenging op" },
  renewDone: {
    en: "A renewal is drafted. The exception runs on until the renewal starts.",
    nl: "Er is een verlenging opgesteld. De uitzondering loopt door tot de verlenging ingaat.",
  },
  note: { en: "Note (may stay empty)", nl: "Toelichting (mag leeg blijven)" },
  why: { en: "Why", nl: "Waarom" },
  outcome: { en: "How it ended", nl: "Hoe het afliep" },
  lessons: { en: "What was learned", nl: "Wat ervan is geleerd" },
  waitsForDecision: {
    en: "It waits for a manager or an owner who did not ask for it.",
    nl: "Het wacht op een manager of eigenaar die er niet om vroeg.",
  },
  waitsForManager: {
    en: "A manager or an owner does what comes next.",
    nl: "Wat hierna komt, doet een manager of eigenaar.",
  },
  waitsForWriter: {
    en: "Who wrote the draft goes on with it, or a manager or an owner.",
    nl: "Wie het concept schreef gaat ermee verder, of een manager of eigenaar.",
  },
  waitsForAccount: {
    en: "Deciding takes an account: in the example you can look and draft.",
    nl: "Voor een besluit is een account nodig: in het voorbeeld kunt u kijken en opstellen.",
  },
  newTitle: { en: "Propose an exception for {name}", nl: "Stel een uitzondering voor {name} voor" },
  newLead: {
    en: "A draft may have gaps; what is needed before it can be submitted is said afterwards.",
    nl: "Een concept mag gaten hebben; daarna staat erbij wat nodig is om het in te dienen.",
  },
  drafted: { en: "The draft is saved.", nl: "Het concept is bewaard." },
  edited: { en: "The draft is changed.", nl: "Het concept is gewijzigd." },
  saveDraft: { en: "Save the draft", nl: "Bewaar het concept" },
  terms: { en: "Terms", nl: "Voorwaarden" },
  benefit: { en: "What it brings", nl: "Wat het oplevert" },
  endHeading: { en: "Until when", nl: "Tot wanneer" },
  excludedHint: {
    en: "No extras: what is not agreed here is not done.",
    nl: "Geen extra's: wat hier niet is afgesproken, gebeurt niet.",
  },
  onePerLine: { en: "One on each line.", nl: "Eén per regel." },
  neededForReason: { en: "Needed for this reason.", nl: "Nodig bij deze reden." },
  marginHint: {
    en: "Contribution as a part of revenue, above that of your core.",
    nl: "Contributie als deel van de omzet, boven die van uw kern.",
  },
  endsOnHint: {
    en: "After this day it stops, or is reviewed as a new dossier.",
    nl: "Na deze dag stopt het, of wordt het als nieuw dossier beoordeeld.",
  },
  cashAmount: { en: "Amount of cash", nl: "Bedrag aan geld" },
  cashDay: { en: "Received by", nl: "Uiterlijk ontvangen op" },
  cashBoth: {
    en: "Fill in both the amount and the day, or neither.",
    nl: "Vul het bedrag en de dag allebei in, of geen van beide.",
  },
  reasonHints: {
    experience: {
      en: "Names the target group and the questions you want answered.",
      nl: "Noemt de doelgroep en de vragen waarop u antwoord wilt.",
    },
    "cash-now": {
      en: "Names an amount and the day on which it is in.",
      nl: "Noemt een bedrag en de dag waarop het binnen is.",
    },
    "cover-fixed-costs": {
      en: "Names a minimum margin and the hours it takes at most.",
      nl: "Noemt een minimale marge en de uren die het hoogstens kost.",
    },
  } satisfies Record<ExceptionReason, Phrase>,
  states: {
    draft: { en: "draft", nl: "concept" },
    submitted: { en: "submitted", nl: "ingediend" },
    approved: { en: "approved", nl: "goedgekeurd" },
    refused: { en: "refused", nl: "geweigerd" },
    active: { en: "running", nl: "loopt" },
    ended: { en: "ended", nl: "beëindigd" },
  } satisfies Record<ExceptionState, Phrase>,
  reasons: {
    experience: {
      en: "Gain experience with a future target group",
      nl: "Ervaring opdoen met een toekomstige doelgroep",
    },
    "cash-now": { en: "Cash now", nl: "Geld nu" },
    "cover-fixed-costs": { en: "Cover fixed costs", nl: "Vaste kosten dekken" },
  } satisfies Record<ExceptionReason, Phrase>,
  outcomes: {
    learned: { en: "We learned what we wanted to know", nl: "We weten wat we wilden weten" },
    converted: {
      en: "It became a customer inside the target group",
      nl: "Het werd een klant binnen de doelgroep",
    },
    "broken-off": { en: "Broken off", nl: "Afgebroken" },
    renewed: { en: "Renewed", nl: "Verlengd" },
  } satisfies Record<ExceptionOutcome, Phrase>,
  commands: {
    create: { en: "Drafted", nl: "Opgesteld" },
    edit: { en: "Changed", nl: "Gewijzigd" },
    submit: { en: "Submitted", nl: "Ingediend" },
    approve: { en: "Approved", nl: "Goedgekeurd" },
    refuse: { en: "Refused", nl: "Geweigerd" },
    activate: { en: "Started", nl: "Ingegaan" },
    end: { en: "Ended", nl: "Beëindigd" },
    supersede: { en: "Ended: its renewal started", nl: "Beëindigd: de verlenging ging in" },
  } satisfies Record<ExceptionCommand, Phrase>,
  fields: {
    reason: { en: "Reason", nl: "Reden" },
    targetGroup: { en: "Future target group", nl: "Toekomstige doelgroep" },
    delivered: { en: "What is delivered", nl: "Wat wordt geleverd" },
    excluded: {
      en: "What is explicitly not delivered",
      nl: "Wat uitdrukkelijk niet wordt geleverd",
    },
    minimumMargin: { en: "Minimum margin", nl: "Minimale marge" },
    cash: { en: "Cash", nl: "Geld" },
    learningQuestions: { en: "Questions to learn from", nl: "Leervragen" },
    maximumHours: { en: "Hours at most", nl: "Hoogstens aan uren" },
    extraActivities: {
      en: "Activities that count as extras",
      nl: "Activiteiten die als extra tellen",
    },
    endsOn: { en: "End date", nl: "Einddatum" },
  } satisfies Record<ExceptionContentField, Phrase>,
  needed: {
    reason: { en: "a reason", nl: "een reden" },
    targetGroup: {
      en: "the future target group that you gain experience with",
      nl: "de toekomstige doelgroep waarmee u ervaring opdoet",
    },
    delivered: { en: "what is delivered", nl: "wat wordt geleverd" },
    excluded: {
      en: "what is explicitly not delivered",
      nl: "wat uitdrukkelijk niet wordt geleverd",
    },
    minimumMargin: {
      en: "a minimum margin, above that of your core",
      nl: "een minimale marge, boven die van uw kern",
    },
    cash: {
      en: "an amount, with a day after today and not after the end date",
      nl: "een bedrag, met een dag na vandaag en niet na de einddatum",
    },
    learningQuestions: {
      en: "at least one question to learn from",
      nl: "minstens één leervraag",
    },
    maximumHours: { en: "how many hours it takes at most", nl: "hoeveel uur het hoogstens kost" },
    extraActivities: {
      en: "the activities that count as extras",
      nl: "de activiteiten die als extra tellen",
    },
    endsOn: { en: "an end date after today", nl: "een einddatum na vandaag" },
  } satisfies Record<ExceptionContentField, Phrase>,
} as const;
