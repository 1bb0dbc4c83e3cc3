import { computed, Injectable, signal } from "@angular/core";
import { readTimedTracks } from "./map-api.ts";
import { instantsOf, type Span } from "./span.ts";
import type { TimedTrack } from "./timed-track.ts";
import { joinedTracks } from "./track-pieces.ts";

/** Tracks of a study in pieces of time, the first the most needed; all of time where a piece has no span. */
export interface WantedTracks {
  readonly studyId: number;
  /** Of each piece about so many at most. */
  readonly places: number;
  readonly pieces: readonly (Span | undefined)[];
}

/** Those of before stay for a while: who steps back finds them there. */
const MOST_KEPT = 8;

/** Tracks in time as they were asked for, piece by piece. */
@Injectable()
export class LoadedTracks {
  readonly #wanted = signal<WantedTracks | undefined>(undefined);
  readonly #loaded = signal<ReadonlyMap<string, readonly TimedTrack[]>>(new Map());
  readonly #coming = signal<ReadonlySet<string>>(new Set());

  /** What has come of what is wanted. */
  readonly tracks = computed(() => {
    const loaded = this.#loaded();
    return joinedTracks(
      keysOf(this.#wanted()).flatMap((key) => (loaded.has(key) ? [loaded.get(key) ?? []] : [])),
    );
  });
  /** Whether the piece that is needed most is still to come. */
  readonly loading = computed(() => this.#coming().has(keysOf(this.#wanted())[0] ?? ""));

  want(wanted: WantedTracks): void {
    this.#wanted.set(wanted);
    const keys = keysOf(wanted);
    wanted.pieces.forEach((piece, at) => void this.#load(wanted, piece, keys[at] ?? ""));
  }

  async #load(
    { studyId, places }: WantedTracks,
    piece: Span | undefined,
    key: string,
  ): Promise<void> {
    if (this.#loaded().has(key) || this.#coming().has(key)) return;
    this.#coming.update((coming) => new Set(coming).add(key));
    try {
      const tracks = await readTimedTracks(studyId, { ...(piece && instantsOf(piece)), places });
      this.#loaded.update((loaded) => this.#fewer(loaded).set(key, tracks));
    } catch {
      // Whoever wants it next asks again.
    } finally {
      this.#coming.update((coming) => new Set([...coming].filter((one) => one !== key)));
    }
  }

  #fewer(loaded: ReadonlyMap<string, readonly TimedTrack[]>): Map<string, readonly TimedTrack[]> {
    const wanted = new Set(keysOf(this.#wanted()));
    const old = [...loaded.keys()].filter((key) => !wanted.has(key));
    const dropped = new Set(old.slice(0, Math.max(0, loaded.size + 1 - MOST_KEPT)));
    return new Map([...loaded].filter(([key]) => !dropped.has(key)));
  }
}

function keysOf(wanted: WantedTracks | undefined): readonly string[] {
  if (!wanted) return [];
  const { studyId, places, pieces } = wanted;
  return pieces.map((piece) => `${studyId} ${places} ${piece?.from} ${piece?.to}`);
}
