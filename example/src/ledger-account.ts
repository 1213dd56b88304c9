/** The chart of accounts with codes of the Dutch reference chart (RGS). */
export type LedgerAccount = {
  readonly code: string;
  readonly description: string;
  readonly type: "balance" | "profit-and-loss";
  readonly rgs: string;
};

const rows = `
0200 Inventaris en apparatuur|BMvaInvVvp
0210 Afschrijving inventaris en apparatuur|BMvaInvCae
0500 Aandelenkapitaal|BEivGokGea
0510 Overige reserves|BEivOreOvr
0520 Onverdeeld resultaat|BEivOnrOnr
1100 Bank|BLimBanRba
1300 Debiteuren|BVorDebHad
1500 Af te dragen btw hoog|BSchBepBtwOlt
1510 Btw-aangifte|BSchBepBtwAfo
1520 Te vorderen btw|BSchBepBtwVoo
1600 Crediteuren|BSchCreHac
1700 Te betalen nettolonen|BSchSalNet
1710 Te betalen loonheffing en sociale lasten|BSchBepLhe
1720 Te betalen pensioenpremie|BSchOvsStp
1730 Reservering vakantiegeld|BSchSalTvg
1800 Te betalen dividend|BSchOvsOvs
4000 Brutolonen|WPerLesLon
4010 Vakantietoeslag|WPerLesVag
4020 Sociale lasten werkgever|WPerSolPsv
4030 Pensioenlasten|WPerPenPen
4200 Huur|WBedHuiBeh
4210 Energiekosten|WBedHuiGwe
4220 Schoonmaakkosten|WBedHuiSch
4300 Softwarelicenties|WBedKanSof
4310 Automatiseringskosten|WBedKanKoa
4320 Telefoon- en internetkosten|WBedKanTef
4330 Kantoorbenodigdheden|WBedKanKan
4400 Leasekosten auto's|WBedAutOak
4410 Brandstof en laden|WBedAutBra
4500 Reclame- en advertentiekosten|WBedVkkRea
4510 Beurskosten|WBedVkkBeu
4560 Afboeking oninbare debiteuren|WBedVkkAdd
4600 Accountants- en advieskosten|WBedAeaAea
4610 Verzekeringen|WBedAssOva
4640 Kantinekosten|WBedAlkOal
4800 Afschrijving inventaris|WAfsAmvAfi
7000 Uitbesteed werk|WKprKuwKuw
7010 Prototypes en materiaal|WKprInpInp
8000 Omzet ontwerp|WOmzNodOdh
8010 Omzet engineering|WOmzNodOdh
8020 Omzet projectmanagement|WOmzNodOdh
8030 Omzet onderhoud en support|WOmzNodOdh
8040 Doorbelaste kosten derden|WOmzNodOdh
8090 Verleende kortingen|WOmzKebVek
`;

export const ledgerAccounts: readonly LedgerAccount[] = rows
  .trim()
  .split("\n")
  .map((row) => {
    const [code, description, rgs] = [row.slice(0, 4), ...row.slice(5).split("|")];
    return {
      code,
      description: description ?? "",
      type: code < "4000" ? "balance" : "profit-and-loss",
      rgs: rgs ?? "",
    };
  });

export function isResult(account: string): boolean {
  return account >= "4000";
}

export function isRevenue(account: string): boolean {
  return account >= "8000";
}

export function isDirectPurchase(account: string): boolean {
  return account >= "7000" && account < "8000";
}

export function isPersonnel(account: string): boolean {
  return account >= "4000" && account < "4100";
}

export function isMarketing(account: string): boolean {
  return account === "4500" || account === "4510";
}

export const writeOffAccount = "4560";
