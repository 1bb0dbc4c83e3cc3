/**
 * One tracker in an item: it writes a record every interval, keeps what it could not send, and sends
 * up to 25 records in a packet when there is a network and some battery left.
 */
import type { Imei, Position } from "@zpr/model";
import type { Random } from "./random.ts";
import { RECORDS_PER_PACKET, type TrackerIo, type TrackerRecord } from "./teltonika-encode.ts";
import { type Memory, writeRecord } from "./tracker-record.ts";

/** What makes one tracker differ from the next. */
export interface TrackerNature {
  readonly imei: Imei;
  readonly intervalSeconds: number;
  /** 1-sigma radial error of its positions in metres. */
  readonly sigmaMetres: number;
  readonly millivoltsPerDay: number;
}

/** Where the tracker really is, and whether anything could hear it there. */
export interface TrackerTruth {
  readonly position: Position;
  readonly inReach: boolean;
  readonly covered: boolean;
}

const FULL_MILLIVOLTS = 4150;
const LOW_MILLIVOLTS = 3550;
const EMPTY_MILLIVOLTS = 3300;
const DAY = 86_400_000;
const KEEPS_RECORDS = 2000;
const DAYS_BETWEEN_OUTAGES = 4;

/** A tracker that is switched on. Times are milliseconds since 1970 UTC. */
export class Tracker {
  readonly #nature: TrackerNature;
  readonly #random: Random;
  #interval: number;
  #due: number;
  #millivolts: number;
  #discharged: number;
  #memory: Memory = { before: undefined, lastFix: undefined };
  #unsent: TrackerRecord[] = [];
  #outageUntil = 0;

  constructor(nature: TrackerNature, since: number, random: Random) {
    this.#nature = nature;
    this.#random = random;
    this.#interval = nature.intervalSeconds * 1000;
    this.#due = since + random.between(0, 600_000);
    this.#millivolts = FULL_MILLIVOLTS - random.between(0, 60);
    this.#discharged = since;
  }

  get imei(): Imei {
    return this.#nature.imei;
  }

  /** From now on it writes a record this often. */
  set intervalSeconds(seconds: number) {
    this.#interval = seconds * 1000;
    this.#due = Math.min(this.#due, this.#discharged + this.#interval);
  }

  /** What it sends at `time`, packet by packet; usually nothing, as most minutes no record is due. */
  step(time: number, truth: TrackerTruth): readonly (readonly TrackerRecord[])[] {
    if (time < this.#due || this.#millivolts < EMPTY_MILLIVOLTS) return [];
    this.#due += Math.ceil((time - this.#due + 1) / this.#interval) * this.#interval;
    this.#discharge(time);
    this.#unsent.push(this.#record(time, truth));
    // A full buffer loses its oldest record, as flash does.
    if (this.#unsent.length > KEEPS_RECORDS) this.#unsent.shift();
    return truth.inReach && this.#hasNetwork(time) ? this.#send() : [];
  }

  #record(time: number, { position, covered }: TrackerTruth): TrackerRecord {
    const faultFactor = this.#millivolts < LOW_MILLIVOLTS ? 4 : 1;
    const { record, good } = writeRecord(
      { time, position, covered, io: this.#health() },
      { receiver: { sigmaMetres: this.#nature.sigmaMetres, faultFactor }, memory: this.#memory },
      this.#random,
    );
    const lastFix = good ? record.position : this.#memory.lastFix;
    this.#memory = { before: { time, position }, lastFix };
    return record;
  }

  #health(): TrackerIo {
    const share = (this.#millivolts - EMPTY_MILLIVOLTS) / (FULL_MILLIVOLTS - EMPTY_MILLIVOLTS);
    return {
      gsmSignal: Math.floor(this.#random.between(1, 6)),
      batteryMillivolts: Math.round(this.#millivolts),
      batteryPercent: Math.round(100 * Math.min(1, Math.max(0, share))),
    };
  }

  #discharge(time: number): void {
    this.#millivolts -= (this.#nature.millivoltsPerDay * (time - this.#discharged)) / DAY;
    this.#discharged = time;
  }

  #hasNetwork(time: number): boolean {
    if (time < this.#outageUntil) return false;
    if (!this.#random.chance(this.#interval / (DAYS_BETWEEN_OUTAGES * DAY))) return true;
    this.#outageUntil = time + this.#random.between(2, 18) * 3_600_000;
    return false;
  }

  /** Sometimes the answer is lost on the way: then everything goes out once more the next time. */
  #send(): TrackerRecord[][] {
    const packets: TrackerRecord[][] = [];
    for (let at = 0; at < this.#unsent.length; at += RECORDS_PER_PACKET)
      packets.push(this.#unsent.slice(at, at + RECORDS_PER_PACKET));
    if (!this.#random.chance(0.02)) this.#unsent = [];
    return packets;
  }
}
