/**
 * One item on the water, moved in steps of a minute: it drifts with the tide and a little wind,
 * wanders across the river, strands where it meets a bank (most of all around high water), comes off
 * when the water stands higher again, and now and then a ship or a passer-by takes it along.
 */
import type { Position } from "@zpr/model";
import { inDaylight } from "./daylight.ts";
import { metresBetween, moved } from "./ground.ts";
import type { Random } from "./random.ts";
import type { River } from "./river.ts";
import type { RiverTide } from "./scheldt-tide.ts";

/** What an item is doing: `kept` is somebody's home, from which it may come back. */
export type DriftState = "waiting" | "drifting" | "stranded" | "aboard" | "carried" | "kept";

/** The water an item drifts on. */
export interface Water {
  readonly river: River;
  readonly tide: RiverTide;
}

/** Where and when an item is put in the water, and how readily it is caught by a bank. */
export interface DriftStart {
  readonly kilometre: number;
  readonly offsetMetres: number;
  /** Milliseconds since 1970 UTC. */
  readonly releasedAt: number;
  /** 1 for a bottle; foil and bags are caught more, round hard things less. */
  readonly catchFactor: number;
}

/** Length of a step. */
export const STEP_MILLISECONDS = 60_000;

const STEP_SECONDS = STEP_MILLISECONDS / 1000;
const FASTEST_DRIFT = 2.4;
const SEA_KILOMETRE = 148;
/** Ships run up to Antwerp and beyond; few of them above Rupelmonde. */
const SHIPS_FROM_KILOMETRE = 58;
const PER_DAY = STEP_SECONDS / 86_400;
const NEVER = Number.POSITIVE_INFINITY;

interface Carrying {
  readonly until: number;
  readonly metresPerSecond: readonly [east: number, north: number];
  readonly next: "kept" | "drifting";
}

/** An item under way. Times are milliseconds since 1970 UTC. */
export class Drifter {
  readonly #start: DriftStart;
  readonly #water: Water;
  readonly #random: Random;
  readonly #windMetresPerSecond: number;
  #state: DriftState = "waiting";
  #kilometre: number;
  #offset: number;
  #position: Position;
  #strandedLevel = 0;
  #carrying: Carrying = { until: 0, metresPerSecond: [0, 0], next: "kept" };
  #keptUntil = NEVER;

  constructor(start: DriftStart, water: Water, random: Random) {
    this.#start = start;
    this.#water = water;
    this.#random = random;
    this.#windMetresPerSecond = random.normal() * 0.05;
    this.#kilometre = start.kilometre;
    this.#offset = start.offsetMetres;
    this.#position = water.river.positionAt(start.kilometre, start.offsetMetres);
  }

  get state(): DriftState {
    return this.#state;
  }

  get position(): Position {
    return this.#position;
  }

  get kilometre(): number {
    return this.#kilometre;
  }

  /** Goes on to `time`, a minute after the last step. */
  step(time: number): void {
    if (this.#state === "drifting") this.#drift(time);
    else if (this.#state === "stranded") this.#lie(time);
    else if (this.#state === "aboard") this.#sail(time);
    else if (this.#state === "carried") this.#carry(time);
    else if (this.#state === "waiting" && time >= this.#start.releasedAt) this.#state = "drifting";
    else if (this.#state === "kept" && time >= this.#keptUntil)
      this.#beCarried(time, this.#place(), "drifting");
  }

  /** Somebody takes it away, for good or until a time. */
  takeHome(time: number, until: number = NEVER): void {
    const way = this.#random.between(0, 2 * Math.PI);
    const metres = this.#random.between(1_500, 12_000);
    this.#keptUntil = until;
    const home = moved(this.#position, Math.cos(way) * metres, Math.sin(way) * metres);
    this.#beCarried(time, home, "kept");
  }

  #drift(time: number): void {
    const { river, tide } = this.#water;
    const halfWidth = river.halfWidthAt(this.#kilometre);
    const slowAtBank = 1 - 0.4 * Math.min(1, (this.#offset / halfWidth) ** 2);
    const current = tide.currentAt(this.#kilometre, time) * slowAtBank;
    const speed = current + this.#windMetresPerSecond + this.#random.normal() * 0.04;
    this.#moveAlong(Math.min(FASTEST_DRIFT, Math.max(-FASTEST_DRIFT, speed)));
    this.#offset += this.#random.normal() * Math.sqrt(0.005 * halfWidth * STEP_SECONDS);
    if (Math.abs(this.#offset) >= halfWidth) this.#meetBank(time, halfWidth);
    this.#position = this.#place();
    const shipsPass = this.#state === "drifting" && this.#kilometre > SHIPS_FROM_KILOMETRE;
    if (shipsPass && this.#random.chance(PER_DAY / 60)) this.#goAboard(time);
  }

  #meetBank(time: number, halfWidth: number): void {
    const side = Math.sign(this.#offset);
    this.#offset = side * Math.max(0, 2 * halfWidth - Math.abs(this.#offset));
    const openSea = this.#kilometre > SEA_KILOMETRE && side > 0;
    const nearHighWater = Math.max(0, this.#water.tide.stageAt(this.#kilometre, time)) ** 2;
    const narrow = Math.min(1, 0.1 + halfWidth / 400);
    const caught = this.#start.catchFactor * narrow * (0.005 + 0.13 * nearHighWater);
    if (openSea || !this.#random.chance(caught)) return;
    this.#state = "stranded";
    this.#offset = side * (halfWidth + this.#random.between(0, 15));
    // One in eight lies fast in reeds or stones and needs a much higher water than it came with.
    const heldFast = this.#random.chance(0.125) ? 0.5 : -0.1;
    this.#strandedLevel = this.#water.tide.levelAt(this.#kilometre, time) + heldFast;
  }

  #lie(time: number): void {
    const level = this.#water.tide.levelAt(this.#kilometre, time);
    if (level > this.#strandedLevel && this.#random.chance(0.04)) this.#refloat();
    else if (inDaylight(time) && this.#random.chance(PER_DAY / 120)) {
      const hours = this.#random.between(3, 40);
      this.takeHome(time, this.#random.chance(0.5) ? time + hours * 3_600_000 : NEVER);
    }
  }

  #refloat(): void {
    const halfWidth = this.#water.river.halfWidthAt(this.#kilometre);
    this.#state = "drifting";
    this.#offset = Math.sign(this.#offset) * Math.min(Math.abs(this.#offset), halfWidth * 0.8);
    this.#position = this.#place();
  }

  #goAboard(time: number): void {
    this.#state = "aboard";
    const speed = this.#random.between(4, 6.5) * this.#random.pick([1, -1]);
    const until = time + this.#random.between(25, 80) * 60_000;
    this.#carrying = { until, metresPerSecond: [speed, 0], next: "drifting" };
  }

  #sail(time: number): void {
    this.#moveAlong(this.#carrying.metresPerSecond[0]);
    this.#position = this.#place();
    if (time >= this.#carrying.until) this.#refloat();
  }

  #beCarried(time: number, to: Position, next: Carrying["next"]): void {
    const [east, north] = metresBetween(this.#position, to);
    const distance = Math.hypot(east, north);
    const speed = this.#random.between(4, 14);
    this.#state = "carried";
    this.#carrying = {
      until: time + (distance / speed) * 1000,
      metresPerSecond: [(east / distance) * speed, (north / distance) * speed],
      next,
    };
  }

  #carry(time: number): void {
    const [east, north] = this.#carrying.metresPerSecond;
    this.#position = moved(this.#position, east * STEP_SECONDS, north * STEP_SECONDS);
    if (time < this.#carrying.until) return;
    if (this.#carrying.next === "kept") this.#state = "kept";
    else this.#refloat();
  }

  #moveAlong(metresPerSecond: number): void {
    const { firstKilometre, lastKilometre } = this.#water.river;
    const to = this.#kilometre + (metresPerSecond * STEP_SECONDS) / 1000;
    this.#kilometre = Math.min(lastKilometre, Math.max(firstKilometre, to));
  }

  #place(): Position {
    return this.#water.river.positionAt(this.#kilometre, this.#offset);
  }
}
