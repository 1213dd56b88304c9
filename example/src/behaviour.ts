import type { Plan } from "./firm.ts";

/**
 * How a customer behaves, as parts in hundred of its direct hours unless said otherwise. These only steer
 * the hours, invoices and payments that are generated; nothing is computed from them afterwards.
 */
export type Behaviour = {
  /** Discount on the list rate, and what the circle adds to it at its worst. */
  readonly discount: number;
  readonly pressure: number;
  readonly quotation: number;
  readonly account: number;
  readonly negotiation: number;
  readonly support: number;
  readonly rework: number;
  readonly complaint: number;
  /** Direct hours that are worked and not billed. */
  readonly unbilled: number;
  /** Overrun of fixed-price projects. */
  readonly overrun: number;
  /** How strongly the circle raises rework and complaints: 1 doubles them. */
  readonly sensitivity: number;
  /** Days after the due date that invoices are paid, least and most. */
  readonly late: readonly [number, number];
  /** Satisfaction on 0 to 10 in good times, and what the circle takes from it. */
  readonly satisfaction: number;
  readonly disappointment: number;
  /** What staff say of working for them, 1 to 5. */
  readonly energy: number;
  /** Mean months between projects, and length of a project. */
  readonly gap: number;
  readonly length: readonly [number, number];
};

const regular: Behaviour = {
  discount: 3,
  pressure: 7,
  quotation: 7,
  account: 5,
  negotiation: 2,
  support: 4,
  rework: 4,
  complaint: 1,
  unbilled: 4,
  overrun: 8,
  sensitivity: 1.2,
  late: [-3, 14],
  satisfaction: 7.7,
  disappointment: 0.9,
  energy: 3.4,
  gap: 2,
  length: [2, 5],
};

export const behaviours: Readonly<Record<Plan, Behaviour>> = {
  core: {
    ...regular,
    discount: 0,
    pressure: 1,
    quotation: 2,
    account: 4,
    negotiation: 0,
    support: 2,
    rework: 1.5,
    complaint: 0.2,
    unbilled: 1,
    overrun: 0,
    sensitivity: 0.3,
    late: [-6, 3],
    satisfaction: 9.2,
    disappointment: 0.2,
    energy: 4.4,
    gap: 0,
    length: [4, 8],
  },
  whale: {
    ...regular,
    discount: 13,
    pressure: 5,
    quotation: 3,
    account: 5,
    negotiation: 4,
    support: 3,
    rework: 5,
    complaint: 1.5,
    unbilled: 3,
    overrun: 0,
    sensitivity: 0.8,
    late: [8, 30],
    satisfaction: 6.9,
    disappointment: 0.9,
    energy: 2.4,
    gap: 0,
    length: [6, 10],
  },
  exception: {
    ...regular,
    discount: 20,
    pressure: 5,
    quotation: 8,
    account: 6,
    negotiation: 6,
    support: 14,
    rework: 9,
    complaint: 3,
    unbilled: 14,
    overrun: 25,
    late: [5, 45],
    satisfaction: 7.2,
    disappointment: 0.6,
    energy: 2.2,
    gap: 0.5,
    length: [2, 4],
  },
  bargainer: {
    ...regular,
    discount: 10,
    pressure: 8,
    quotation: 12,
    account: 6,
    negotiation: 12,
    rework: 5,
    complaint: 2,
    late: [3, 30],
    satisfaction: 7.1,
    energy: 2.7,
    gap: 1.5,
  },
  disappointed: {
    ...regular,
    rework: 5,
    complaint: 1.5,
    sensitivity: 2.4,
    satisfaction: 7.8,
    disappointment: 3.2,
    energy: 3.1,
    gap: 1,
  },
  "early-leaver": { ...regular, satisfaction: 6.6, rework: 7, complaint: 3 },
  grower: {
    ...regular,
    discount: 2,
    pressure: 3,
    quotation: 5,
    rework: 3,
    sensitivity: 0.6,
    satisfaction: 8.2,
    disappointment: 0.3,
    energy: 3.9,
    gap: 0.5,
    length: [3, 6],
  },
  regular,
  "one-off": {
    ...regular,
    discount: 4,
    pressure: 9,
    quotation: 16,
    negotiation: 4,
    satisfaction: 7.4,
    energy: 3.2,
    gap: 99,
    length: [1, 3],
  },
};
