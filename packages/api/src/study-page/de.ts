import type { StudyWords } from "./study-words.ts";

/** German. */
export const de: StudyWords = {
  lead: "Wo der Kunststoff dieser Studie ist und wer ihn gefunden hat.",
  simulated: "Simuliert: Nichts davon ist geschehen.",
  counters: {
    items: "Stücke",
    reports: "Meldungen",
    finders: "Personen mit Funden",
    kilometres: "Kilometer zurückgelegt",
    alive: "Tracker am Leben",
  },
  map: "Karte der Studie",
  mapLoading: "Die Karte kommt …",
  mapFailed: "Die Karte kann gerade nicht gezeigt werden. In der Tabelle stehen dieselben Orte.",
  mapNeedsScript: "Die Karte braucht JavaScript. In der Tabelle stehen dieselben Orte.",
  legend: {
    item: "wo ein Stück zuletzt war",
    sighting: "von jemandem gesehen",
    track: "der Weg eines Trackers",
  },
  delayed: (hours) =>
    hours === 1
      ? "Positionen von Trackern erscheinen eine Stunde später."
      : `Positionen von Trackern erscheinen ${hours} Stunden später.`,
  coarse: (metres) => `Orte werden auf etwa ${metres} Meter genau gezeigt.`,
  table: "Dasselbe als Tabelle: wo Stücke zuletzt waren",
  tableNone: "Noch kein Stück hat einen Ort.",
  tableMore: (shown) => `Die ersten ${shown}. Alle stehen in den offenen Daten.`,
  columns: {
    item: "Stück",
    type: "Was es ist",
    place: "Länge, Breite",
    since: "Wann, und woher wir es wissen",
  },
  evidence: { release: "die Aussetzung", fix: "sein Tracker", sighting: "eine Meldung" },
  latest: "Neueste Meldungen",
  latestNone: "Noch hat niemand etwas gemeldet. Vielleicht machen Sie den Anfang?",
  photoOf: (type, code) => `Foto zu einer Meldung: ${type} ${code}`,
  journey: "Seine Reise",
  condition: {
    "as-new": "Wie neu",
    worn: "Abgenutzt, verblasst",
    damaged: "Kaputt, zerrissen",
    fragment: "Ein Bruchstück",
  },
  surroundings: {
    water: "im Wasser",
    bank: "am Ufer",
    vegetation: "zwischen Pflanzen",
    structure: "Kai oder Steine",
    beach: "am Strand",
    elsewhere: "anderswo",
  },
  help: "So ein Stück gefunden?",
  helpLines: [
    "Geben Sie den Code ein oder scannen Sie ihn: keine App, kein Konto, keine Minute.",
    "Legen Sie es genau dorthin zurück, wo es lag, damit wir sehen, wohin der Fluss es als Nächstes bringt.",
  ],
  report: "Einen Fund melden",
  contest: "Das Gewinnspiel dieser Studie",
  data: "Offene Daten",
  dataLines: "Stücke, Wege und Meldungen für QGIS, R und andere (OGC API - Features)",
  whole: "Die ganze Seite",
  noneTitle: "Diese Studie hat keine öffentliche Seite",
  noneLead:
    "Sie ist nicht öffentlich, oder es gibt keine mit dieser Nummer. Was gemeldet wird, erreicht die Forschenden trotzdem.",
  home: "Zur Startseite",
  controls: {
    zoomIn: "Vergrößern",
    zoomOut: "Verkleinern",
    credits: "Quellen der Karte",
    twoFingers: "Bewegen Sie die Karte mit zwei Fingern",
    control: "Vergrößern Sie mit Strg und dem Mausrad",
    command: "Vergrößern Sie mit ⌘ und dem Mausrad",
  },
};
