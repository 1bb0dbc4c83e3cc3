import { DestroyRef, Injectable, inject, signal } from "@angular/core";
import { slowness } from "../../kit/slowness.ts";

/** How many times as fast as the river itself. */
export const SPEEDS = [1, 60, 600, 3600, 10_000] as const;

const CALM_TICK_MS = 1000;

/** The moment that is played: milliseconds since 1970, undefined when nothing is. */
@Injectable()
export class Playback {
  readonly #at = signal<number | undefined>(undefined);
  readonly #playing = signal(false);
  readonly #calm = matchMedia("(prefers-reduced-motion: reduce)");
  #from = 0;
  #to = 0;
  #stop: () => void = () => undefined;

  readonly #device = slowness();
  readonly #isSlow = signal(false);

  readonly at = this.#at.asReadonly();
  /** Whether frames take so long on this device that less is to be drawn in them. */
  readonly isSlow = this.#isSlow.asReadonly();
  readonly playing = this.#playing.asReadonly();
  readonly speed = signal<number>(3600);
  /** Time stands still while what it needs is on its way. */
  readonly waiting = signal(false);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.pause());
  }

  /** Plays within a span; at its end it rests, and begins anew when played again. */
  play(from: number, to: number): void {
    this.pause();
    this.#from = from;
    this.#to = to;
    const at = this.#at();
    if (at === undefined || at < from || at >= to) this.#at.set(from);
    this.#playing.set(true);
    this.#stop = this.#calm.matches ? this.#stepEverySecond() : this.#stepEveryFrame();
  }

  pause(): void {
    this.#stop();
    this.#stop = () => undefined;
    this.#playing.set(false);
  }

  /** Goes to a moment and stays there. */
  show(at: number): void {
    this.pause();
    this.#at.set(at);
  }

  /** Shows whole tracks again. */
  end(): void {
    this.pause();
    this.#at.set(undefined);
  }

  #stepEveryFrame(): () => void {
    let last = performance.now();
    let frame = requestAnimationFrame(step);
    const advance = (milliseconds: number) => this.#advance(milliseconds);
    function step(now: number): void {
      frame = requestAnimationFrame(step);
      advance(now - last);
      last = now;
    }
    return () => cancelAnimationFrame(frame);
  }

  /** For readers who asked for calm: a picture a second, no motion. */
  #stepEverySecond(): () => void {
    const timer = setInterval(() => this.#advance(CALM_TICK_MS), CALM_TICK_MS);
    return () => clearInterval(timer);
  }

  #advance(milliseconds: number): void {
    if (this.waiting()) return;
    if (!this.#calm.matches) this.#isSlow.set(this.#device.tell(milliseconds));
    const next = (this.#at() ?? this.#from) + milliseconds * this.speed();
    this.#at.set(Math.min(next, this.#to));
    if (next >= this.#to) this.pause();
  }
}
