const channelKeys =
  /^(herkomst|kanaal|bron|acquisitiekanaal|verwijskanaal|referral( ?channel)?|channel|source|lead ?source|origin)$/;
const referral =
  /(aanbevel|doorverwij|verwezen|verwijz|referral|referred|recommend|mond[- ]tot[- ]mond|word of mouth|introduc|via klant|bestaande klant|relatie van)/;

/** How a customer came, from its traits: by referral or otherwise; null where nothing tells. */
export function cameByReferral(traits: Readonly<Record<string, unknown>>): boolean | null {
  for (const [key, value] of Object.entries(traits)) {
    const name = key.toLowerCase().replaceAll(/[_-]/g, " ").trim();
    if (!channelKeys.test(name) || typeof value !== "string" || value.trim() === "") continue;
    return referral.test(value.toLowerCase());
  }
  return null;
}
