import type { ActivityKind } from "@koers/contract";
import { plainText } from "./plain-text.ts";

// The first kind that has a word in the name wins: "intern overleg klacht" is about a complaint.
// `^` starts a word; without it the piece may stand inside one ("telefoonsupport").
const words: readonly (readonly [ActivityKind, RegExp])[] = [
  [
    "absence",
    /verlof|\bziek|vakantie|feestdag|afwezig|\bleave\b|holiday|vacation|\bsick|absence|\babsent|\bpto\b|\batv\b|\badv\b/,
  ],
  ["complaints", /klacht|complaint|claim\b|claims\b|escalatie|escalation/],
  [
    "rework",
    /herstel|rework|correcti|garantie|warranty|\bfout|nazorg op kosten|overdoen|\bbug|bugfix|repair|\bfix/,
  ],
  ["negotiation", /onderhandel|negotiat|\bcontract|prijsafspra|tender|aanbested/],
  [
    "account-management",
    /account ?manage|accountbeheer|relatiebeheer|relatiegesprek|klantgesprek|account review|key account|customer success/,
  ],
  [
    "selling",
    /acquisitie|acquisition|offerte|\bquot|proposal|voorstel|\bsales|verkoop|\bpitch|\bleads?\b|prospect|business development|\bbizdev|presales|pre sales|marketing/,
  ],
  [
    "support",
    /support|service ?desk|help ?desk|telefo|\bphone|\bcalls?\b|vragen|storing|ticket|nazorg|incident|hulpvra/,
  ],
  [
    "internal",
    /\bintern|overleg|opleiding|training|cursus|\bstudie|administrati|\badmin\b|meeting|vergader|kantoor|\bhr\b|recruit|werving|personeel|niet declarabel|non billable|indirect|directie|management team|stand ?up/,
  ],
];

/**
 * What kind of work the name of an activity speaks of, in Dutch or English. Null where no word says
 * so: that is delivery by default, and a person can say otherwise.
 */
export function recogniseActivity(name: string): ActivityKind | null {
  const plain = plainText(name);
  for (const [kind, pattern] of words) if (pattern.test(plain)) return kind;
  return null;
}
