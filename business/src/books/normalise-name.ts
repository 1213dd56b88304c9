// Words that say what a firm legally is, not which firm it is. Compared after dots are taken out.
const legalForms = new Set(
  (
    "bv nv vof cv eenmanszaak maatschap stichting vereniging cooperatie coop ua ba wa bvba sprl sa sarl " +
    "sas srl spa gmbh ag kg ohg ug mbh ltd limited llc llp plc inc incorporated corp corporation co " +
    "company bvio io firma fa zn zonen en and und et gebr gebroeders holding groep group"
  ).split(" "),
);

// Kept when nothing else is left of a name: "Holding B.V." is still called something.
const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
};

/**
 * What is left of a name when legal form, diacritics, punctuation, case and word order are taken out:
 * "Jansen & Zn. B.V." and "B.V. JANSEN" both become `jansen`. Empty only for a name without letters or
 * digits.
 */
export function normaliseName(name: string): string {
  return nameTokens(name).toSorted().join(" ");
}

/** The words of a name that tell it from others, in the order in which they stand. */
export function nameTokens(name: string): readonly string[] {
  const words = plainWords(name);
  const telling = words.filter((word) => !legalForms.has(word));
  return telling.length === 0 ? words : telling;
}

function plainWords(name: string): readonly string[] {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[ßæœøđðłþı]/g, (letter) => letters[letter] ?? letter)
    // "B.V." and "B. V." are one word, "K.P.N." too; "jansen.nl" is two.
    .replaceAll(
      /(?<![\p{L}\p{N}])(?:\p{L}\.\s?)+(?:\p{L}(?![\p{L}\p{N}]))?/gu,
      (initials) => `${initials.replaceAll(/[.\s]/g, "")} `,
    )
    .replaceAll(/['’`´]/g, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return plain === "" ? [] : plain.split(" ");
}
