import type { MailTexts } from "./mail-texts.ts";

/** Dutch. */
export const nl: MailTexts = {
  subjects: {
    silent: (tracker) => `${tracker} zwijgt`,
    "never-heard": (tracker) => `${tracker} heeft nog niets van zich laten horen`,
    "battery-low": (tracker) => `De batterij van ${tracker} is bijna leeg`,
    "moving-on-land": (tracker) => `${tracker} wordt meegenomen`,
  },
  subjectOfMany: (count, study) => `${count} alarmen in de studie ${study}`,
  what: {
    silent: ({ tracker, since, allowed }) =>
      `${tracker} heeft niets meer laten horen sinds ${since}. Na ${allowed} geldt een tracker als stil.`,
    "never-heard": ({ tracker, since, allowed }) =>
      `${tracker} heeft niets laten horen sinds het begin van de inzet op ${since}. Na ${allowed} geldt een tracker als stil.`,
    "battery-low": ({ tracker, since, battery }) =>
      `De batterij van ${tracker} is bijna leeg: ${battery}, gemeten op ${since}.`,
    "moving-on-land": ({ tracker, since, speed }) =>
      `${tracker} beweegt sinds ${since} sneller dan iets kan drijven: ${speed}. Misschien ligt het op een schip, in een tas of in een auto. Alleen de snelheid is beoordeeld.`,
  },
  advice: {
    silent:
      "Wat te doen: kijk waar de tracker het laatst was. Onder water of achter een muur komt hij vaak vanzelf terug; zo niet, zoek hem daar zolang de batterij meegaat.",
    "never-heard":
      "Wat te doen: controleer of de tracker aanstaat, of de simkaart werkt, en of het adres en de poort kloppen.",
    "battery-low":
      "Wat te doen: haal de tracker op of laad hem op, of laat hem minder vaak melden zodat hij langer meegaat.",
    "moving-on-land":
      "Wat te doen: kijk waar de tracker naartoe gaat en of een vinder het voorwerp heeft gemeld. Is het mee naar huis genomen, beëindig dan de inzet of vraag om het terug te leggen.",
  },
  onMap: (url) => `Op de kaart: ${url}`,
  inAll: (count, url) => `Er zijn in totaal ${count} alarmen. Bekijk alle trackers: ${url}`,
  simulated: "Deze studie is gesimuleerd: het gaat niet om een echte tracker.",
  why: (study) => `U krijgt deze e-mail omdat u de studie ${study} beheert in Zero Plastic Rivers.`,
  turnOff: (url) => `Wilt u deze e-mails niet meer, zet dan hier “Alarmen per e-mail” uit: ${url}`,
};
