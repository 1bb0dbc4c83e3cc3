import type { FinderWords } from "./finder-words.ts";

/** German. */
export const de: FinderWords = {
  confirmation: {
    subject: (item) => `Dürfen wir dir zum Gegenstand ${item} schreiben?`,
    lines: (item, confirmUrl) => [
      `Danke für deine Meldung zum Gegenstand ${item}. Sie ist gespeichert, was du auch mit dieser Mail machst.`,
      "Du möchtest Neues erfahren, wenn der Gegenstand wieder gesehen wird. Bestätige bitte, dass diese Adresse dir gehört:",
      confirmUrl,
      "Warst du es nicht, dann tu nichts: Du bekommst keine Mail mehr, und nach 14 Tagen vergessen wir diese Adresse.",
    ],
  },
  news: {
    subject: (item) => `Gegenstand ${item} wurde wieder gesehen`,
    lines: (item, itemUrl) => [
      `Jemand anderes hat den Gegenstand ${item} gefunden, den du gemeldet hast.`,
      `Sieh nach, wie weit er gekommen ist: ${itemUrl}`,
    ],
  },
  question: {
    subject: (item) => `Eine Frage zum Gegenstand ${item}`,
    lines: (item, text, answerUrl) => [
      `Sie haben den Gegenstand ${item} gemeldet. Die Forschenden möchten gern wissen:`,
      text,
      `Antworten Sie hier in Ihren eigenen Worten: ${answerUrl}`,
      "Wenn Sie nicht möchten, brauchen Sie nichts zu tun.",
    ],
    title: (item) => `Eine Frage zum Gegenstand ${item}`,
    lead: "Die Forschenden, die diesen Gegenstand verfolgen, möchten gern wissen:",
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
      title: "Neues von deinen Gegenständen",
      lead: "Wir schreiben dir, wenn ein Gegenstand, den du gemeldet hast, wieder gesehen wird, höchstens einmal am Tag je Gegenstand. In jeder Mail kannst du das beenden.",
      submit: "Ja, schreibt mir",
      doneTitle: "Du hörst von uns",
      doneLead:
        "Wir schreiben dir, wenn ein Gegenstand, den du gemeldet hast, wieder gesehen wird.",
    },
    unsubscribe: {
      title: "Keine Mails mehr?",
      lead: "Du bekommst keine Mails mehr zu den Gegenständen, die du gemeldet hast. Deine Meldungen bleiben.",
      submit: "Keine Mails mehr",
      doneTitle: "Du bekommst keine Mails mehr",
      doneLead: "Deine Meldungen bleiben. Du kannst diese Seite schließen.",
    },
    erase: {
      title: "Deine Daten löschen?",
      lead: "Wir löschen deine E-Mail-Adresse und deinen Namen aus allen deinen Meldungen. Dann bekommst du keine Mails und nimmst an keinem Gewinnspiel mehr teil. Die Meldungen selbst bleiben, ohne dich. Das lässt sich nicht rückgängig machen.",
      submit: "Meine Daten löschen",
      doneTitle: "Deine Daten sind gelöscht",
      doneLead:
        "Wir kennen weder deine Adresse noch deinen Namen mehr. Deine Meldungen bleiben, ohne dich.",
    },
  },
  goneTitle: "Unter diesem Link ist nichts gespeichert",
  goneLead: "Deine Adresse wurde gelöscht, oder ihre Zeit war um. Es ist nichts mehr zu tun.",
  home: "Zur Startseite",
};
