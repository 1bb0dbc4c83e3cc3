import { DestroyRef, Injectable, inject, signal } from "@angular/core";
import { EVENT_KINDS, type LiveEvent } from "./live-event.ts";

const EVENTS = "/api/v1/events";
/** Events come by the hundred when trackers empty their buffers: pages hear them in bunches. */
const BUNCH_MS = 250;
const RETRY_MS = 5_000;

/** A reader of the stream of events. */
export interface LiveListener {
  readonly onEvents: (events: readonly LiveEvent[]) => void;
  /** There was a gap that the stream could not fill. */
  readonly onGap: () => void;
}

/** The stream of events; it comes back by itself when the connection breaks. */
@Injectable({ providedIn: "root" })
export class Live {
  readonly #connected = signal(false);
  readonly #listeners = new Set<LiveListener>();
  #source: EventSource | undefined;
  #bunch: LiveEvent[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;

  /** Whether news arrives now. */
  readonly connected = this.#connected.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#stop());
  }

  /** Hears what happens from now on. */
  listen(listener: LiveListener): void {
    this.#listeners.add(listener);
    if (!this.#source) this.#open(false);
  }

  #open(again: boolean): void {
    const source = new EventSource(EVENTS);
    this.#source = source;
    source.onopen = () => {
      this.#connected.set(true);
      // The browser asks for what it missed when it reconnects by itself, not in a new stream.
      if (again) this.#tellGap();
      again = false;
    };
    source.addEventListener("gap", () => this.#tellGap());
    source.onerror = () => {
      this.#connected.set(false);
      if (source.readyState === EventSource.CLOSED) this.#openLater();
    };
    for (const kind of EVENT_KINDS)
      source.addEventListener(kind, ({ data }) => this.#take({ kind, ...JSON.parse(data) }));
  }

  #tellGap(): void {
    for (const listener of this.#listeners) listener.onGap();
  }

  #openLater(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#open(true), RETRY_MS);
  }

  #take(event: LiveEvent): void {
    this.#bunch.push(event);
    this.#timer ??= setTimeout(() => {
      const events = this.#bunch;
      this.#bunch = [];
      this.#timer = undefined;
      for (const listener of this.#listeners) listener.onEvents(events);
    }, BUNCH_MS);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#retry);
    this.#source?.close();
  }
}
