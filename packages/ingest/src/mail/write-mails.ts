import type { Locale } from "@zpr/model";
import type { Alarm, NewMail, WatchedStudy } from "@zpr/ports";
import { mailTexts } from "./languages.ts";
import type { AlarmSentence, AlarmWords, MailTexts } from "./mail-texts.ts";

/** What a mail has to know beside the alarms. */
export interface MailMatter {
  readonly study: WatchedStudy;
  readonly publicUrl: string;
  /** Names of trackers by their ids. */
  readonly names: ReadonlyMap<number, string>;
}

/** A mail is to be read, not to be searched: the lab shows the rest. */
const MOST_TOLD = 50;
const SECONDS_PER_HOUR = 3600;

/** One mail for each person with all that was raised at a look. */
export function writeMails(
  matter: MailMatter,
  alarms: readonly Alarm[],
  recipients: readonly string[],
): readonly NewMail[] {
  const texts = mailTexts(matter.study.locale);
  const subject = subjectOf(matter, alarms, texts);
  const text = textOf(matter, alarms, texts);
  const alarmIds = alarms.map(({ id }) => id);
  return recipients.map((to) => ({ to, subject, text, alarmIds }));
}

function subjectOf(matter: MailMatter, alarms: readonly Alarm[], texts: MailTexts): string {
  const [alarm, ...others] = alarms;
  if (!alarm || others.length > 0)
    return texts.subjectOfMany(alarms.length, oneLine(matter.study.name));
  return texts.subjects[sentenceFor(alarm)](nameOf(alarm, matter));
}

function textOf(matter: MailMatter, alarms: readonly Alarm[], texts: MailTexts): string {
  const { study, publicUrl } = matter;
  const trackersUrl = `${publicUrl}/lab/trackers?study=${study.id}`;
  const told = alarms.slice(0, MOST_TOLD);
  return [
    ...(study.simulated ? [texts.simulated] : []),
    ...told.map((alarm) => paragraphOf(alarm, matter, texts)),
    ...(told.length < alarms.length ? [texts.inAll(alarms.length, trackersUrl)] : []),
    `-- \n${texts.why(oneLine(study.name))}\n${texts.turnOff(trackersUrl)}`,
  ]
    .join("\n\n")
    .concat("\n");
}

function paragraphOf(alarm: Alarm, matter: MailMatter, texts: MailTexts): string {
  const { study, publicUrl } = matter;
  const sentence = sentenceFor(alarm);
  const onMap = `${publicUrl}/lab/map?study=${study.id}&show=tracker:${alarm.trackerId}`;
  return [
    texts.what[sentence](wordsOf(alarm, nameOf(alarm, matter), study.locale)),
    texts.advice[sentence],
    texts.onMap(onMap),
  ].join("\n");
}

/** What it said in a drawer, before it was put into its item, is not what somebody waits for. */
function sentenceFor({ kind, evidence, since }: Alarm): AlarmSentence {
  const isNeverHeard = "lastHeardAt" in evidence && evidence.lastHeardAt !== since.toISOString();
  return isNeverHeard ? "never-heard" : kind;
}

function wordsOf({ evidence, since }: Alarm, tracker: string, locale: Locale): AlarmWords {
  return {
    tracker,
    since: instantText(since, locale),
    allowed: "allowedSeconds" in evidence ? hoursText(evidence.allowedSeconds, locale) : "",
    battery: "percent" in evidence ? batteryText(evidence, locale) : "",
    speed:
      "metresPerSecond" in evidence ? `${numberText(evidence.metresPerSecond, locale)} m/s` : "",
  };
}

/** Of English there are several; ours writes the day before the month. */
function tagOf(locale: Locale): string {
  return locale === "en" ? "en-GB" : locale;
}

function instantText(time: Date, locale: Locale): string {
  const format = { dateStyle: "long", timeStyle: "short", timeZone: "UTC" } as const;
  return `${new Intl.DateTimeFormat(tagOf(locale), format).format(time)} UTC`;
}

function hoursText(seconds: number, locale: Locale): string {
  return new Intl.NumberFormat(tagOf(locale), {
    style: "unit",
    unit: "hour",
    unitDisplay: "long",
    maximumFractionDigits: 1,
  }).format(seconds / SECONDS_PER_HOUR);
}

function batteryText(
  { percent, volts }: { readonly percent: number | null; readonly volts: number | null },
  locale: Locale,
): string {
  const format = { style: "percent", maximumFractionDigits: 0 } as const;
  const known = [
    ...(percent === null
      ? []
      : [new Intl.NumberFormat(tagOf(locale), format).format(percent / 100)]),
    ...(volts === null ? [] : [`${numberText(volts, locale)} V`]),
  ];
  return known.join(", ");
}

function numberText(value: number, locale: Locale): string {
  return new Intl.NumberFormat(tagOf(locale), { maximumFractionDigits: 2 }).format(value);
}

function nameOf({ trackerId }: Alarm, { names }: MailMatter): string {
  return oneLine(names.get(trackerId) ?? String(trackerId));
}

/** Names are people's own words: none may begin a line of its own in a mail or its header. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
