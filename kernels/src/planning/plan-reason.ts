import { fitsSlot, type PlanModel } from "./plan-model.ts";
import { type PlanState, rivalOf } from "./plan-state.ts";
import type { Relaxation } from "./relaxation.ts";

/** What an action would give beyond the price of its hours, at its best person and week, in euros. */
export type Offer = {
  readonly person: number;
  readonly week: number;
  /** Euros an hour there. */
  readonly price: number;
  /** Its value there less its hours at that price. */
  readonly reward: number;
};

/** Why an action is in the plan, or why not. */
export type PlanReason =
  | ({ readonly kind: "chosen"; readonly mandatory: boolean } & Offer)
  /** Its hours are worth more elsewhere: the reward is not above 0. */
  | ({ readonly kind: "hours-worth-more" } & Offer)
  /** It is worth its hours, but what is left free nowhere holds it. */
  | ({ readonly kind: "no-room" } & Offer)
  /** An action that it conflicts with is in the plan; its row. */
  | ({ readonly kind: "conflict"; readonly with: number } & Offer)
  /** The customer has as many actions as allowed. */
  | ({ readonly kind: "customer-has-enough" } & Offer)
  | { readonly kind: "no-value" }
  /** Its time was over before the plan, or begins after it. */
  | { readonly kind: "outside-plan" }
  /** Nobody has the skill. */
  | { readonly kind: "nobody-able" }
  /** It takes longer than whoever is able has in any one week. */
  | { readonly kind: "too-long" };

/** The reason of each action, in the caller's order. */
export function planReasons(
  state: PlanState,
  prices: Float64Array,
  relaxation: Relaxation,
): readonly PlanReason[] {
  const { model } = state;
  const reasons: PlanReason[] = new Array(model.size);
  for (let action = 0; action < model.size; action += 1)
    reasons[model.row[action] as number] = reasonOf(state, action, prices, relaxation);
  return reasons;
}

function reasonOf(
  state: PlanState,
  action: number,
  prices: Float64Array,
  { rewards, slots }: Relaxation,
): PlanReason {
  const { model, slotOf } = state;
  const slot = slotOf[action] as number;
  if (slot >= 0) {
    const wait = (slot % model.weeks) - (model.first[action] as number);
    const worth = (model.value[action] as number) * (model.worth[wait] as number);
    const reward = worth - (model.hours[action] as number) * (prices[slot] as number);
    const mandatory = model.mandatory[action] === 1;
    return { kind: "chosen", mandatory, ...offerOf(model, slot, prices, reward) };
  }
  if ((model.first[action] as number) > (model.last[action] as number))
    return { kind: "outside-plan" };
  const best = slots[action] as number;
  if (best < 0 || !fitsSlot(model, action, best))
    return model.slotsFor[model.skill[action] as number]?.[0]?.length === 0
      ? { kind: "nobody-able" }
      : { kind: "too-long" };
  if ((model.value[action] as number) <= 0) return { kind: "no-value" };
  const reward = rewards[action] as number;
  const offer = offerOf(model, best, prices, reward);
  if (reward <= 0) return { kind: "hours-worth-more", ...offer };
  const rival = rivalOf(state, action);
  if (rival >= 0) return { kind: "conflict", with: model.row[rival] as number, ...offer };
  if ((state.count[model.customerOf[action] as number] as number) >= model.mostPerCustomer)
    return { kind: "customer-has-enough", ...offer };
  return { kind: "no-room", ...offer };
}

function offerOf(model: PlanModel, slot: number, prices: Float64Array, reward: number): Offer {
  return {
    person: Math.floor(slot / model.weeks),
    week: slot % model.weeks,
    price: (prices[slot] as number) * model.scale,
    reward: reward * model.scale,
  };
}
