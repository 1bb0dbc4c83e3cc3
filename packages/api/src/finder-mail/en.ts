import type { FinderWords } from "./finder-words.ts";

/** English. */
export const en: FinderWords = {
  confirmation: {
    subject: (item) => `May we write to you about piece ${item}?`,
    lines: (item, confirmUrl) => [
      `Thank you for reporting piece ${item}. Your report is safe, whatever you do with this mail.`,
      "You asked for news when the piece is seen again. Please confirm that this address is yours:",
      confirmUrl,
      "If it was not you, do nothing: you will get no more mail, and we forget this address after 14 days.",
    ],
  },
  contest: {
    subject: (item) => `Piece ${item} takes part in the contest`,
    lines: (item, rulesUrl) => [
      `Thank you for reporting piece ${item}. Your report takes part in the contest.`,
      `Prizes, rules and later the outcome: ${rulesUrl}`,
      "We write to you about it again only if you win. If it was not you, or if you would rather not take part, delete your address by the link below; the report stays.",
    ],
  },
  news: {
    subject: (item) => `Piece ${item} was seen again`,
    lines: (item, itemUrl) => [
      `Somebody else has found piece ${item}, which you reported.`,
      `See how far it has come: ${itemUrl}`,
    ],
  },
  question: {
    subject: (item) => `A question about piece ${item}`,
    lines: (item, text, answerUrl) => [
      `You reported piece ${item}. The researchers would like to know:`,
      text,
      `Answer here, in your own words: ${answerUrl}`,
      "If you would rather not, do nothing.",
    ],
    title: (item) => `A question about piece ${item}`,
    lead: "The researchers who follow this piece would like to know:",
    label: "Your answer",
    submit: "Send the answer",
    empty: "Please write something first.",
    doneTitle: "Thank you",
    doneLead: "Your answer stands with your report now. Only the researchers see it.",
    closedTitle: "This question is closed",
    closedLead: "It was answered, or is not needed any more. There is nothing left to do.",
  },
  unsubscribeAt: (url) => `No more mails: ${url}`,
  eraseAt: (url) => `Delete my address and name: ${url}`,
  actions: {
    confirm: {
      title: "News of your pieces",
      lead: "We write to you when a piece that you reported is seen again, at most once a day for each piece. You can end this in every mail.",
      submit: "Yes, write to me",
      doneTitle: "You will hear from us",
      doneLead: "We write to you when a piece that you reported is seen again.",
    },
    unsubscribe: {
      title: "No more mails?",
      lead: "You will get no more mails about the pieces you reported. Your reports stay.",
      submit: "No more mails",
      doneTitle: "You will get no more mails",
      doneLead: "Your reports stay. You can close this page.",
    },
    erase: {
      title: "Delete your data?",
      lead: "We delete your e-mail address and your name from all your reports. You then get no mails and take no part in contests. The reports themselves stay, without you. This cannot be undone.",
      submit: "Delete my data",
      doneTitle: "Your data is deleted",
      doneLead:
        "We know neither your address nor your name any more. Your reports stay, without you.",
    },
  },
  goneTitle: "Nothing is kept under this link",
  goneLead: "Your address was deleted, or its time was over. There is nothing left to do.",
  home: "To the start page",
};
