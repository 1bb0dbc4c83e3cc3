import { type Html, html } from "@zpr/pages";
import type { LatestSighting } from "@zpr/ports";
import type { StudyWords } from "./study-words.ts";

/** The newest reports, each with the photo that was approved for everybody. */
export function latestList(
  latest: readonly LatestSighting[],
  words: StudyWords,
  written: (instant: Date) => string,
): Html {
  if (latest.length === 0) return html`<p>${words.latestNone}</p>`;
  const cards = latest.map((one) => {
    const { itemCode: code, itemType, condition, surroundings } = one;
    return html`<li>${photo(one, words)}<div><strong>${itemType} <code>${code}</code></strong><br>${words.condition[condition]}, ${words.surroundings[surroundings]}<br><span class="small">${written(one.seenAt)}</span><br><a href="/found?code=${code}" aria-label="${words.journey}: ${code}">${words.journey}</a></div></li>`;
  });
  return html`<ul class="latest">${cards}</ul>`;
}

function photo(one: LatestSighting, words: StudyWords): Html | undefined {
  if (!one.photo) return undefined;
  const { n, width, height } = one.photo;
  return html`<img src="/api/v1/items/${one.itemCode}/photos/${one.publicId}/${n}" alt="${words.photoOf(one.itemType, one.itemCode)}" width="${width}" height="${height}" loading="lazy" decoding="async">`;
}
