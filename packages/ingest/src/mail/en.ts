import type { MailTexts } from "./mail-texts.ts";

/** English. */
export const en: MailTexts = {
  subjects: {
    silent: (tracker) => `${tracker} is silent`,
    "never-heard": (tracker) => `${tracker} has not been heard yet`,
    "battery-low": (tracker) => `The battery of ${tracker} is low`,
    "moving-on-land": (tracker) => `${tracker} is being carried`,
  },
  subjectOfMany: (count, study) => `${count} alarms in the study ${study}`,
  what: {
    silent: ({ tracker, since, allowed }) =>
      `${tracker} has said nothing since ${since}. It counts as silent after ${allowed}.`,
    "never-heard": ({ tracker, since, allowed }) =>
      `${tracker} has not been heard since its deployment began on ${since}. It counts as silent after ${allowed}.`,
    "battery-low": ({ tracker, since, battery }) =>
      `The battery of ${tracker} is low: ${battery}, measured on ${since}.`,
    "moving-on-land": ({ tracker, since, speed }) =>
      `${tracker} has been moving faster than anything drifts since ${since}: ${speed}. It may be on a ship, in a bag or in a car. This is judged by speed alone.`,
  },
  advice: {
    silent:
      "What to do: look where it was last. A tracker under water or behind a wall often comes back by itself; if it does not, look for it there while its battery lasts.",
    "never-heard":
      "What to do: check that it is switched on, that its SIM card works, and that it calls the right address and port.",
    "battery-low":
      "What to do: collect or charge the tracker, or let it report less often so that it lasts longer.",
    "moving-on-land":
      "What to do: look where it is going and whether a finder has reported the item. If it was taken home, end its deployment or ask for it to be put back.",
  },
  onMap: (url) => `On the map: ${url}`,
  inAll: (count, url) => `There are ${count} alarms in all. See every tracker: ${url}`,
  simulated: "This study is simulated: no real tracker is concerned.",
  why: (study) =>
    `You get this mail because you look after the study ${study} in Zero Plastic Rivers.`,
  turnOff: (url) => `To get no more of them, turn off “Alarms by e-mail” here: ${url}`,
};
