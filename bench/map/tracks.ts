import { gzipSync } from "node:zlib";

const DAY = 24 * 3_600_000;

interface Asked {
  readonly url: string;
  readonly key: string;
  /** When the last fix is; milliseconds since 1970. */
  readonly until: number;
}

/** Prints how long `GET /tracks` takes for all of time and for what playback asks, and what it sends. */
export async function measureTracks({ url, key, until }: Asked): Promise<void> {
  const from = new Date(until - 12 * DAY).toISOString();
  const to = new Date(until - 10 * DAY).toISOString();
  console.log("\ntracks: first, again, bytes gzipped, places");
  for (const [name, query] of [
    ["all of time, 20,000 places", "places=20000"],
    ["all of time, 60,000 places", "places=60000"],
    ["two days", `from=${from}&to=${to}`],
  ]) {
    const address = `${url}/api/v1/tracks?studyId=1&${query}`;
    const [first, again] = [await ask(address, key), await ask(address, key)];
    console.log(
      `${name}: ${first.milliseconds.toFixed(0)} ms, ${again.milliseconds.toFixed(0)} ms, ${(first.bytes / 1000).toFixed(0)} kB, ${first.places}`,
    );
  }
}

async function ask(address: string, key: string) {
  const began = performance.now();
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${key}`, "accept-encoding": "gzip" },
  });
  const text = await response.text();
  const milliseconds = performance.now() - began;
  const tracks = JSON.parse(text) as { readonly times: readonly number[] }[];
  const places = tracks.reduce((sum, { times }) => sum + times.length, 0);
  return { milliseconds, places, bytes: gzipSync(text).length };
}
