/** Places on the tidal Scheldt, [longitude, latitude]. */
export const PLACES = {
  wintam: [4.309, 51.118],
  hemiksem: [4.3362, 51.1432],
  hoboken: [4.3421, 51.1789],
  steenplein: [4.3977, 51.2213],
} as const;

/** Whoever looks stands here, at this time. */
export const NOW = new Date("2026-07-01T10:00:00Z");
export const HERE = { longitude: PLACES.steenplein[0], latitude: PLACES.steenplein[1] };

const bank = { surroundings: "bank", putBack: "put-back", positionSource: "gps", locale: "en" };

/** Who found the item that has travelled, and where. */
export const finds = [
  {
    ...bank,
    seenAt: "2026-06-12T16:20:00Z",
    position: PLACES.hemiksem,
    accuracyMetres: 9,
    condition: "as-new",
    contact: { email: "ada@example.org", name: "Ada", newsConsent: true, contestConsent: true },
  },
  {
    ...bank,
    seenAt: "2026-06-21T07:05:00Z",
    position: PLACES.hoboken,
    accuracyMetres: 14,
    condition: "worn",
    surroundings: "vegetation",
    putBack: "not-touched",
  },
  {
    ...bank,
    seenAt: "2026-07-01T09:58:00Z",
    position: PLACES.steenplein,
    accuracyMetres: 8,
    condition: "worn",
    surroundings: "structure",
  },
];

/** A contest as a study announces it, in all languages. */
export const contestRules = {
  title: {
    en: "Win a day on the river",
    nl: "Win een dag op de rivier",
    fr: "Gagnez une journée sur le fleuve",
    de: "Gewinnen Sie einen Tag auf dem Fluss",
  },
  rules: {
    en: "Everybody may take part who is 16 or older; members of the study may not.\n\nPrizes cannot be exchanged for money.",
    nl: "Iedereen van 16 jaar of ouder mag meedoen; medewerkers van de studie niet.\n\nPrijzen worden niet in geld uitbetaald.",
    fr: "La participation est ouverte à tous dès 16 ans, sauf aux membres de l’étude.\n\nLes prix ne sont pas échangeables contre de l’argent.",
    de: "Teilnehmen dürfen alle ab 16 Jahren, außer den Mitarbeitenden der Studie.\n\nPreise werden nicht in Geld ausgezahlt.",
  },
  prizes: [
    {
      en: "A day in a kayak for two",
      nl: "Een dag kajakken voor twee",
      fr: "Une journée en kayak pour deux",
      de: "Ein Tag im Kajak für zwei",
    },
    {
      en: "A book about the Scheldt",
      nl: "Een boek over de Schelde",
      fr: "Un livre sur l’Escaut",
      de: "Ein Buch über die Schelde",
    },
  ],
  opensAt: "2026-06-01T00:00:00Z",
  closesAt: "2036-10-01T00:00:00Z",
};
