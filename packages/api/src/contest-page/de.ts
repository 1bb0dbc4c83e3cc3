import type { ContestWords } from "./contest-words.ts";

/** German. */
export const de: ContestWords = {
  announced: (opens) => `Meldungen nehmen ab dem ${opens} teil.`,
  open: (closes) => `Es nehmen Meldungen teil, die uns vor dem ${closes} erreichen.`,
  closed: (closed) => `Das Gewinnspiel endete am ${closed}. Die Ziehung steht noch aus.`,
  drawn: (drawn) => `Das Gewinnspiel ist vorbei. Gezogen wurde am ${drawn}.`,
  report: "Einen Fund melden",
  prizes: "Preise",
  rules: "Regeln",
  taking: "So nehmen Sie teil",
  takingLines: (opens, closes) => [
    "Melden Sie ein Stück und kreuzen Sie am Ende des Formulars das Gewinnspiel an. Sie brauchen kein Konto und müssen nichts kaufen.",
    "Sie bekommen ein Los für jedes Stück und jeden Tag, an dem Sie es gesehen haben, wie oft es an diesem Tag auch gemeldet wird.",
    `Es zählt, wann Ihre Meldung uns erreicht: vom ${opens} bis vor dem ${closes}. Ein Telefon ohne Verbindung kann zu spät sein.`,
    "Jedes Los hat die gleiche Chance, wo das Stück auch lag und was Sie auch damit gemacht haben.",
  ],
  tickets: (count) => (count === 1 ? "Bisher 1 Los." : `Bisher ${count} Lose.`),
  data: "Was wir von Ihnen behalten",
  dataLines: (days) => [
    "Ihre E-Mail-Adresse, und Ihren Namen, wenn Sie ihn angeben: um Sie zu erreichen, wenn Sie gewinnen, und für nichts, was Sie nicht angekreuzt haben.",
    "Sie bekommen eine einzige Mail, die sagt, dass Sie teilnehmen. Ein Link darin löscht Ihre Adresse und Ihren Namen; Sie nehmen dann nicht mehr teil, und Ihre Meldung bleibt.",
    days === 1
      ? "1 Tag nach der Ziehung löschen wir Namen und Adressen."
      : `${days} Tage nach der Ziehung löschen wir Namen und Adressen.`,
  ],
  fair: "Warum es gerecht ist",
  fairLines: [
    "Lose haben Nummern, denen niemand ansieht, wem sie gehören. Wenn das Gewinnspiel zu Ende ist, stehen alle Nummern hier.",
    "Die Ziehung bringt sie in eine Reihenfolge, die aus einem einzigen Geheimnis folgt, dem Startwort. Auch das wird danach veröffentlicht: Alle können die Ziehung wiederholen.",
  ],
  seedHash:
    "Das Startwort ist schon gewählt. Dies ist sein Fingerabdruck (SHA-256); die Ziehung nimmt dieses Startwort und kein anderes:",
  outcome: "Ergebnis",
  noWinners: "Niemand hat teilgenommen.",
  place: "Platz",
  prize: "Preis",
  ticket: "Los",
  seed: "Startwort",
  seedOrigins: {
    committed: "Es ist das, dessen Fingerabdruck angekündigt war.",
    given: "Es wurde bei der Ziehung gewählt.",
    random: "Es wurde bei der Ziehung zufällig erzeugt.",
  },
  ticketList: "Die Nummern aller Lose",
  noneTitle: "Hier gibt es kein Gewinnspiel",
  noneLead: "Diese Studie hat keines angekündigt, oder sie ist nicht öffentlich.",
  home: "Zur Startseite",
};
