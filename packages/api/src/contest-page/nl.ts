import type { ContestWords } from "./contest-words.ts";

/** Dutch. */
export const nl: ContestWords = {
  announced: (opens) => `Meldingen doen mee vanaf ${opens}.`,
  open: (closes) => `Meldingen die ons vóór ${closes} bereiken, doen mee.`,
  closed: (closed) => `De wedstrijd is gesloten op ${closed}. De trekking moet nog komen.`,
  drawn: (drawn) => `De wedstrijd is voorbij. De trekking was op ${drawn}.`,
  report: "Meld een vondst",
  prizes: "Prijzen",
  rules: "Regels",
  taking: "Zo doe je mee",
  takingLines: (opens, closes) => [
    "Meld een stuk en vink aan het einde van het formulier de wedstrijd aan. Je hebt geen account nodig en hoeft niets te kopen.",
    "Je krijgt één lot per stuk en per dag waarop je het zag, hoe vaak het die dag ook wordt gemeld.",
    `Wat telt, is wanneer je melding ons bereikt: van ${opens} tot vóór ${closes}. Een telefoon zonder verbinding kan te laat zijn.`,
    "Elk lot heeft dezelfde kans, waar het stuk ook lag en wat je er ook mee deed.",
  ],
  tickets: (count) => (count === 1 ? "Tot nu toe 1 lot." : `Tot nu toe ${count} loten.`),
  data: "Wat we van je bewaren",
  dataLines: (days) => [
    "Je e-mailadres, en je naam als je die geeft: om je te bereiken als je wint, en voor niets wat je niet hebt aangevinkt.",
    "Je krijgt één mail die zegt dat je meedoet. De link daarin wist je adres en naam; je doet dan niet meer mee en je melding blijft.",
    days === 1
      ? "1 dag na de trekking wissen we namen en adressen."
      : `${days} dagen na de trekking wissen we namen en adressen.`,
  ],
  fair: "Waarom het eerlijk is",
  fairLines: [
    "Loten hebben nummers waaraan niemand ziet van wie ze zijn. Als de wedstrijd gesloten is, staan alle nummers hier.",
    "De trekking zet ze in een volgorde die volgt uit één geheim, het startwoord. Dat wordt daarna ook gepubliceerd: iedereen kan de trekking herhalen.",
  ],
  seedHash:
    "Het startwoord is al gekozen. Dit is de vingerafdruk ervan (SHA-256); de trekking neemt dat startwoord en geen ander:",
  outcome: "Uitslag",
  noWinners: "Niemand deed mee.",
  place: "Plaats",
  prize: "Prijs",
  ticket: "Lot",
  seed: "Startwoord",
  seedOrigins: {
    committed: "Het is dat waarvan de vingerafdruk was aangekondigd.",
    given: "Het is bij de trekking gekozen.",
    random: "Het is bij de trekking willekeurig gemaakt.",
  },
  ticketList: "De nummers van alle loten",
  noneTitle: "Hier is geen wedstrijd",
  noneLead: "Deze studie heeft er geen aangekondigd, of ze is niet openbaar.",
  home: "Naar de startpagina",
};
