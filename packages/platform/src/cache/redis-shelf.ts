import type { Redis } from "ioredis";
import type { Found, Kept } from "./shelf.ts";

/** How many invalidations there were, from the microsecond on in which the counting began. */
const PLACE = "zpr:cache:place";
/** Where that counting began: what was kept by an earlier one is not to be given. */
const BEGINNING = "zpr:cache:beginning";
const TAG = "zpr:cache:tag:";
/** Longer than anything is kept, and than any question takes. */
const TAG_SECONDS = 7200;

/** Looks at one answer and at its tags at one instant; begins to count where the cache was emptied. */
const LOOK = `
local place, beginning = redis.call('GET', KEYS[1]), redis.call('GET', KEYS[2])
if not place or not beginning or tonumber(place) < tonumber(beginning) then
  local time = redis.call('TIME')
  place = time[1] .. string.rep('0', 6 - #time[2]) .. time[2]
  redis.call('MSET', KEYS[1], place, KEYS[2], place)
  return { place }
end
local kept = redis.call('HMGET', KEYS[3], 'place', 'tags', 'value')
if not kept[1] or tonumber(kept[1]) < tonumber(beginning) then return { place } end
for tag in string.gmatch(kept[2], '[^ ]+') do
  local at = redis.call('GET', ARGV[1] .. tag)
  if at and tonumber(at) > tonumber(kept[1]) then return { place } end
end
return { place, kept[3] }`;

const INVALIDATE = `
redis.call('INCR', KEYS[1])
local place = redis.call('GET', KEYS[1])
for at = 2, #KEYS do redis.call('SET', KEYS[at], place, 'EX', ARGV[1]) end`;

/** What is kept under a key, unless one of its tags was invalidated. */
export async function lookAt(redis: Redis, key: string): Promise<Found> {
  const said = await redis.callBuffer("EVAL", LOOK, 3, PLACE, BEGINNING, key, TAG);
  const [place, value] = Array.isArray(said) ? said : [];
  if (!Buffer.isBuffer(place)) throw new Error("the cache gave no place");
  return Buffer.isBuffer(value)
    ? { place: Number(place.toString()), value }
    : { place: Number(place.toString()) };
}

/** Keeps an answer for so long. */
export async function keepAt(redis: Redis, key: string, kept: Kept): Promise<void> {
  const { place, tags, seconds, value } = kept;
  const said = await redis
    .multi()
    .hset(key, { place, tags: tags.join(" "), value })
    .expire(key, seconds)
    .exec();
  const error = said?.find(([reason]) => reason)?.[0];
  if (error) throw error;
}

/** Has nobody get what has one of these tags from now on. */
export async function invalidateTags(redis: Redis, tags: readonly string[]): Promise<void> {
  const keys = [PLACE, ...tags.map((tag) => `${TAG}${tag}`)];
  await redis.call("EVAL", INVALIDATE, keys.length, ...keys, TAG_SECONDS);
}
