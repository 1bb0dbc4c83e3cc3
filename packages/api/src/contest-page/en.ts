import type { ContestWords } from "./contest-words.ts";

/** English. */
export const en: ContestWords = {
  announced: (opens) => `Reports take part from ${opens} on.`,
  open: (closes) => `Reports take part that reach us before ${closes}.`,
  closed: (closed) => `The contest closed on ${closed}. The draw is still to come.`,
  drawn: (drawn) => `The contest is over. It was drawn on ${drawn}.`,
  report: "Report a find",
  prizes: "Prizes",
  rules: "Rules",
  taking: "How you take part",
  takingLines: (opens, closes) => [
    "Report a piece and tick the contest at the end of the form. You need no account and nothing to buy.",
    "You get one ticket for each piece and each day on which you saw it, however often it is reported that day.",
    `What counts is when your report reaches us: from ${opens} until before ${closes}. A phone without a connection may be too late.`,
    "Each ticket has the same chance, wherever the piece lay and whatever you did with it.",
  ],
  tickets: (count) => (count === 1 ? "1 ticket so far." : `${count} tickets so far.`),
  data: "What we keep of you",
  dataLines: (days) => [
    "Your e-mail address, and your name if you give it: to reach you if you win, and for nothing that you did not tick.",
    "You get one mail that says that you take part. Its link deletes your address and name, and you then take no part; your report stays.",
    days === 1
      ? "1 day after the draw we delete names and addresses."
      : `${days} days after the draw we delete names and addresses.`,
  ],
  fair: "Why it is fair",
  fairLines: [
    "Tickets have numbers that tell nobody whose they are. When the contest has closed, all numbers are published here.",
    "The draw puts them in an order that follows from one secret, the seed, which is then published as well: anybody can repeat it.",
  ],
  seedHash:
    "The seed is chosen already. This is its fingerprint (SHA-256); the draw takes that seed and no other:",
  outcome: "Outcome",
  noWinners: "Nobody took part.",
  place: "Place",
  prize: "Prize",
  ticket: "Ticket",
  seed: "Seed",
  seedOrigins: {
    committed: "It is the one whose fingerprint was announced.",
    given: "It was chosen at the draw.",
    random: "It was made at random at the draw.",
  },
  ticketList: "The numbers of all tickets",
  noneTitle: "There is no contest here",
  noneLead: "This study has not announced one, or it is not public.",
  home: "To the start page",
};
