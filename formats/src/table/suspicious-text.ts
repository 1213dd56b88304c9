// Marks of a text decoded with the wrong table: an accented capital in the middle of a word, symbols
// between letters, a lone accented capital, and control characters that no one types.
const marks: readonly RegExp[] = [
  /\p{Ll}(?![A-Z])\p{Lu}/gu,
  /\p{L}[‚„‰ˆ˜“”‘•†‡‹›™¤¦¨©«¬®¯°±³´¶·¸¹»¼½¾¿×÷ª]\p{L}/gu,
  /\p{L}[‚„‰ˆ˜¤¦¨¸](?!\p{L})/gu,
  /(?<![\p{L}])[ÐÞÛÙÚÝÕÄÊ](?!\p{L})/gu,
  /[\u0080-\u009f\ufffd]/gu,
  /¤/gu,
  /[ÃÂ][\u0080-\u00bf€‚„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ]/gu,
];

/** How many places in a text look as if it had been decoded with the wrong table; 0 for a sound one. */
export function suspicion(text: string): number {
  let count = 0;
  for (const mark of marks) count += text.match(mark)?.length ?? 0;
  return count;
}
