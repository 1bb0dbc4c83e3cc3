import type { LiveEvent } from "@zpr/ports";
import { expect, test } from "vitest";
import { memoryLiveEvents } from "./memory-live-events.ts";

const heard = (trackerId: number): LiveEvent => ({
  kind: "tracker",
  studyId: 1,
  trackerId,
  lastHeardAt: new Date("2026-07-01T12:00:00Z"),
});

test("a watcher that comes back gets what it missed, then what is new, in order", () => {
  const events = memoryLiveEvents(100);
  for (const tracker of [1, 2, 3]) events.publish(heard(tracker));
  const seen: number[] = [];
  const stop = events.subscribe(({ id }) => seen.push(id), 101);
  events.publish(heard(4));
  stop();
  events.publish(heard(5));
  expect(seen).toEqual([102, 103, 104]);
});

test("a new watcher gets only what is new", () => {
  const events = memoryLiveEvents(100);
  events.publish(heard(1));
  const seen: number[] = [];
  events.subscribe(({ id }) => seen.push(id));
  events.publish(heard(2));
  expect(seen).toEqual([102]);
});
