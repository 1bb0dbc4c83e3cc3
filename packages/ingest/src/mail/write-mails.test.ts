import { ALARM_KINDS, type AlarmEvidence, type AlarmKind, LOCALES, type Locale } from "@zpr/model";
import type { Alarm } from "@zpr/ports";
import { describe, expect, it } from "vitest";
import { mailTexts } from "./languages.ts";
import { writeMails } from "./write-mails.ts";

const SINCE = new Date("2026-07-01T04:05:00Z");
const silent = {
  lastHeardAt: SINCE.toISOString(),
  deployedAt: null,
  expectedIntervalSeconds: 3600,
  allowedSeconds: 5400,
  silentHours: 6,
  silentIntervals: 4,
};
const evidence: Readonly<Record<AlarmKind, AlarmEvidence>> = {
  silent,
  "battery-low": {
    time: SINCE.toISOString(),
    percent: 17.6,
    volts: 3.456,
    readings: 3,
    lowBatteryPercent: 20,
    lowBatteryVolts: 3.5,
  },
  "moving-on-land": {
    from: SINCE.toISOString(),
    to: SINCE.toISOString(),
    metresPerSecond: 11.3,
    position: [4.3, 51],
    carriedMetresPerSecond: 3,
    noiseMetres: 50,
    corridor: null,
  },
};
const alarm = (kind: AlarmKind, changes: Partial<Alarm> = {}): Alarm => ({
  id: 1,
  studyId: 7,
  trackerId: 3,
  kind,
  since: SINCE,
  raisedAt: SINCE,
  endedAt: null,
  evidence: evidence[kind],
  mailedAt: null,
  acknowledgedAt: null,
  acknowledgedBy: null,
  ...changes,
});
const write = (alarms: readonly Alarm[], locale: Locale = "en", study = {}) => {
  const names = new Map([[3, "Buoy\r\n3"]]);
  const one = { id: 7, name: "Scheldt", simulated: false, locale, watchRules: {}, ...study };
  const [mail] = writeMails({ study: one, publicUrl: "https://rivers.example", names }, alarms, [
    "a@b",
  ]);
  return { subject: mail?.subject ?? "", text: mail?.text ?? "" };
};

describe("a mail", () => {
  it("says what is amiss, since when, what to do, where to look and how to get no more", () => {
    expect(write([alarm("silent")])).toEqual({
      subject: "Buoy 3 is silent",
      text: `Buoy 3 has said nothing since 1 July 2026 at 04:05 UTC. It counts as silent after 1.5 hours.
What to do: look where it was last. A tracker under water or behind a wall often comes back by itself; if it does not, look for it there while its battery lasts.
On the map: https://rivers.example/lab/map?study=7&show=tracker:3

-- \nYou get this mail because you look after the study Scheldt in Zero Plastic Rivers.
To get no more of them, turn off “Alarms by e-mail” here: https://rivers.example/lab/trackers?study=7
`,
    });
  });

  it("writes numbers and times as its language does", () => {
    expect(write([alarm("battery-low")], "de").text).toContain(
      "Die Batterie von Buoy 3 ist schwach: 18\u00a0%, 3,46 V, gemessen am 1. Juli 2026 um 04:05 UTC.",
    );
    expect(write([alarm("silent")], "fr").text).toContain("depuis le 1 juillet 2026 à 04:05 UTC");
    expect(write([alarm("moving-on-land")], "nl").text).toContain(": 11,3 m/s.");
  });

  it("tells a tracker that was never heard from one that fell silent", () => {
    const never = alarm("silent", {
      evidence: {
        ...silent,
        lastHeardAt: "2026-05-01T00:00:00.000Z",
        deployedAt: SINCE.toISOString(),
      },
    });
    expect(write([never]).subject).toBe("Buoy 3 has not been heard yet");
    expect(write([never]).text).toContain("since its deployment began");
  });

  it("tells the first of very many, and how many there are", () => {
    const { subject, text } = write(Array.from({ length: 60 }, () => alarm("silent")));
    expect(subject).toBe("60 alarms in the study Scheldt");
    expect(text.match(/On the map:/g)).toHaveLength(50);
    expect(text).toContain("There are 60 alarms in all.");
  });

  it("says when nothing of it is real", () => {
    expect(write([alarm("silent")], "en", { simulated: true }).text).toMatch(
      /^This study is simul/,
    );
  });
});

describe("the texts of mails", () => {
  it("say everything in words of their own in every language", () => {
    const english = sentences(mailTexts("en"));
    expect(english).toHaveLength(4 + 1 + 4 + 4 + 5);
    for (const locale of LOCALES) {
      const said = sentences(mailTexts(locale));
      expect(said).toHaveLength(english.length);
      expect(said.every((sentence) => sentence.trim().length > 5)).toBe(true);
      if (locale !== "en")
        expect(said.filter((sentence) => english.includes(sentence))).toEqual([]);
    }
  });

  it.each(LOCALES)("leave nothing out of what they are to say in %s", (locale) => {
    const figures = {
      silent: /1[.,]5/,
      "battery-low": /18\s?%, 3[.,]46 V/,
      "moving-on-land": /11[.,]3 m\/s/,
    };
    for (const kind of ALARM_KINDS) {
      const { text } = write([alarm(kind)], locale);
      expect(text).toMatch(figures[kind]);
      expect(text).toContain("Buoy 3");
      expect(text).toContain("2026");
      expect(text).not.toMatch(/undefined|\[object/);
    }
  });
});

const WORDS = { tracker: "x", since: "x", allowed: "x", battery: "x", speed: "x" };

function sentences(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") {
    const words = Object.assign(new String("x"), WORDS);
    return [String(value(words, "x"))];
  }
  return Object.values(value ?? {}).flatMap(sentences);
}
