import type { AlarmKind } from "@zpr/model";

/** What a sentence about an alarm may say; times and numbers as the language writes them. */
export interface AlarmWords {
  readonly tracker: string;
  readonly since: string;
  /** How long a tracker may say nothing: "6 hours". */
  readonly allowed: string;
  /** What the battery has: "18%" or "3.4 V". */
  readonly battery: string;
  /** "3.9 m/s". */
  readonly speed: string;
}

/** What can be said of an alarm: a tracker never heard is another sentence than one that fell silent. */
export type AlarmSentence = AlarmKind | "never-heard";

/** Everything the mails of the watch say, in one language. Sentences are whole; nothing is put together from parts. */
export interface MailTexts {
  readonly subjects: Readonly<Record<AlarmSentence, (tracker: string) => string>>;
  /** For two or more. */
  readonly subjectOfMany: (count: number, study: string) => string;
  readonly what: Readonly<Record<AlarmSentence, (words: AlarmWords) => string>>;
  readonly advice: Readonly<Record<AlarmSentence, string>>;
  readonly onMap: (url: string) => string;
  /** Says that there are more than the mail tells. */
  readonly inAll: (count: number, url: string) => string;
  readonly simulated: string;
  readonly why: (study: string) => string;
  readonly turnOff: (url: string) => string;
}
