import type { FinderWords } from "./finder-words.ts";

/** Dutch. */
export const nl: FinderWords = {
  confirmation: {
    subject: (item) => `Mogen we je schrijven over stuk ${item}?`,
    lines: (item, confirmUrl) => [
      `Bedankt voor je melding van stuk ${item}. Je melding is bewaard, wat je ook met deze mail doet.`,
      "Je wilde nieuws als het stuk weer wordt gezien. Bevestig dat dit adres van jou is:",
      confirmUrl,
      "Was jij het niet? Doe dan niets: je krijgt geen mail meer en na 14 dagen vergeten we dit adres.",
    ],
  },
  contest: {
    subject: (item) => `Stuk ${item} doet mee aan de wedstrijd`,
    lines: (item, rulesUrl) => [
      `Bedankt voor je melding van stuk ${item}. Je melding doet mee aan de wedstrijd.`,
      `Prijzen, regels en later de uitslag: ${rulesUrl}`,
      "Hierover schrijven we je alleen nog als je wint. Was jij het niet, of doe je liever niet mee? Wis dan je adres met de link hieronder; de melding blijft.",
    ],
  },
  news: {
    subject: (item) => `Stuk ${item} is weer gezien`,
    lines: (item, itemUrl) => [
      `Iemand anders heeft stuk ${item} gevonden, dat jij hebt gemeld.`,
      `Bekijk hoe ver het is gekomen: ${itemUrl}`,
    ],
  },
  question: {
    subject: (item) => `Een vraag over stuk ${item}`,
    lines: (item, text, answerUrl) => [
      `Je meldde stuk ${item}. De onderzoekers willen graag weten:`,
      text,
      `Antwoord hier, in je eigen woorden: ${answerUrl}`,
      "Doe je dat liever niet, dan hoef je niets te doen.",
    ],
    title: (item) => `Een vraag over stuk ${item}`,
    lead: "De onderzoekers die dit stuk volgen, willen graag weten:",
    label: "Je antwoord",
    submit: "Antwoord versturen",
    empty: "Schrijf eerst iets.",
    doneTitle: "Dank je wel",
    doneLead: "Je antwoord staat nu bij je melding. Alleen de onderzoekers zien het.",
    closedTitle: "Deze vraag is gesloten",
    closedLead: "Ze is beantwoord of niet meer nodig. Je hoeft niets meer te doen.",
  },
  unsubscribeAt: (url) => `Geen mails meer: ${url}`,
  eraseAt: (url) => `Mijn adres en naam wissen: ${url}`,
  actions: {
    confirm: {
      title: "Nieuws over je stukken",
      lead: "We schrijven je als een stuk dat je hebt gemeld weer wordt gezien, hooguit één keer per dag per stuk. In elke mail kun je daarmee stoppen.",
      submit: "Ja, schrijf me",
      doneTitle: "Je hoort van ons",
      doneLead: "We schrijven je als een stuk dat je hebt gemeld weer wordt gezien.",
    },
    unsubscribe: {
      title: "Geen mails meer?",
      lead: "Je krijgt geen mails meer over de stukken die je hebt gemeld. Je meldingen blijven.",
      submit: "Geen mails meer",
      doneTitle: "Je krijgt geen mails meer",
      doneLead: "Je meldingen blijven. Je kunt deze pagina sluiten.",
    },
    erase: {
      title: "Je gegevens wissen?",
      lead: "We wissen je e-mailadres en je naam bij al je meldingen. Je krijgt dan geen mails en doet niet mee aan wedstrijden. De meldingen zelf blijven, zonder jou. Dit kan niet ongedaan worden gemaakt.",
      submit: "Wis mijn gegevens",
      doneTitle: "Je gegevens zijn gewist",
      doneLead: "We kennen je adres en je naam niet meer. Je meldingen blijven, zonder jou.",
    },
  },
  goneTitle: "Onder deze link is niets bewaard",
  goneLead: "Je adres is gewist, of de bewaartijd is voorbij. Je hoeft niets meer te doen.",
  home: "Naar de startpagina",
};
