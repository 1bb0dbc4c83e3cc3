import type { FinderWords } from "./finder-words.ts";

/** German. */
export const de: FinderWords = {
  confirmation: {
    subject: (item) => `Dürfen wir Ihnen zum Stück ${item} schreiben?`,
    lines: (item, confirmUrl) => [
      `Danke für Ihre Meldung zum Stück ${item}. Sie ist gespeichert, was Sie auch mit dieser Mail machen.`,
      "Sie möchten Neues erfahren, wenn das Stück wieder gesehen wird. Bitte bestätigen Sie, dass diese Adresse Ihnen gehört:",
      confirmUrl,
      "Waren Sie es nicht, dann tun Sie nichts: Sie bekommen keine Mail mehr, und nach 14 Tagen vergessen wir diese Adresse.",
    ],
  },
  contest: {
    subject: (item) => `Stück ${item} nimmt am Gewinnspiel teil`,
    lines: (item, rulesUrl) => [
      `Danke für Ihre Meldung zum Stück ${item}. Ihre Meldung nimmt am Gewinnspiel teil.`,
      `Preise, Regeln und später das Ergebnis: ${rulesUrl}`,
      "Dazu schreiben wir Ihnen nur noch, wenn Sie gewinnen. Waren Sie es nicht, oder möchten Sie lieber nicht teilnehmen, dann löschen Sie Ihre Adresse mit dem Link unten; die Meldung bleibt.",
    ],
  },
  news: {
    subject: (item) => `Stück ${item} wurde wieder gesehen`,
    lines: (item, itemUrl) => [
      `Jemand anderes hat das Stück ${item} gefunden, das Sie gemeldet haben.`,
      `Sehen Sie nach, wie weit es gekommen ist: ${itemUrl}`,
    ],
  },
  question: {
    subject: (item) => `Eine Frage zum Stück ${item}`,
    lines: (item, text, answerUrl) => [
      `Sie haben das Stück ${item} gemeldet. Die Forschenden möchten gern wissen:`,
      text,
      `Antworten Sie hier in Ihren eigenen Worten: ${answerUrl}`,
      "Wenn Sie nicht möchten, brauchen Sie nichts zu tun.",
    ],
    title: (item) => `Eine Frage zum Stück ${item}`,
    lead: "Die Forschenden, die dieses Stück verfolgen, möchten gern wissen:",
    label: "Ihre Antwort",
    submit: "Antwort senden",
    empty: "Bitte schreiben Sie zuerst etwas.",
    doneTitle: "Vielen Dank",
    doneLead: "Ihre Antwort steht jetzt bei Ihrer Meldung. Nur die Forschenden sehen sie.",
    closedTitle: "Diese Frage ist geschlossen",
    closedLead: "Sie wurde beantwortet oder wird nicht mehr gebraucht. Es bleibt nichts zu tun.",
  },
  unsubscribeAt: (url) => `Keine Mails mehr: ${url}`,
  eraseAt: (url) => `Meine Adresse und meinen Namen löschen: ${url}`,
  actions: {
    confirm: {
      title: "Neues von Ihren Stücken",
      lead: "Wir schreiben Ihnen, wenn ein Stück, das Sie gemeldet haben, wieder gesehen wird, höchstens einmal am Tag je Stück. In jeder Mail können Sie das beenden.",
      submit: "Ja, schreiben Sie mir",
      doneTitle: "Sie hören von uns",
      doneLead: "Wir schreiben Ihnen, wenn ein Stück, das Sie gemeldet haben, wieder gesehen wird.",
    },
    unsubscribe: {
      title: "Keine Mails mehr?",
      lead: "Sie bekommen keine Mails mehr zu den Stücken, die Sie gemeldet haben. Ihre Meldungen bleiben.",
      submit: "Keine Mails mehr",
      doneTitle: "Sie bekommen keine Mails mehr",
      doneLead: "Ihre Meldungen bleiben. Sie können diese Seite schließen.",
    },
    erase: {
      title: "Ihre Daten löschen?",
      lead: "Wir löschen Ihre E-Mail-Adresse und Ihren Namen aus allen Ihren Meldungen. Dann bekommen Sie keine Mails und nehmen an keinem Gewinnspiel mehr teil. Die Meldungen selbst bleiben, ohne Sie. Das lässt sich nicht rückgängig machen.",
      submit: "Meine Daten löschen",
      doneTitle: "Ihre Daten sind gelöscht",
      doneLead:
        "Wir kennen weder Ihre Adresse noch Ihren Namen mehr. Ihre Meldungen bleiben, ohne Sie.",
    },
  },
  goneTitle: "Unter diesem Link ist nichts gespeichert",
  goneLead: "Ihre Adresse wurde gelöscht, oder ihre Zeit war um. Es ist nichts mehr zu tun.",
  home: "Zur Startseite",
};
