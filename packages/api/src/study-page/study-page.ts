import type { Locale } from "@zpr/model";
import { type Html, html, type Page } from "@zpr/pages";
import type { ItemFeature, LatestSighting, Study, StudyCounts } from "@zpr/ports";
import { contestPath } from "../contest-page/contest-path.ts";
import { instantIn, textIn } from "../contest-page/languages.ts";
import { itemTable } from "./item-table.ts";
import { studyWords } from "./languages.ts";
import { latestList } from "./latest-list.ts";
import { studyPath } from "./study-path.ts";
import { STUDY_STYLE } from "./study-style.ts";
import type { StudyWords } from "./study-words.ts";

/** All that is on the page. */
export interface ShownStudy {
  readonly study: Study;
  readonly counts: StudyCounts;
  /** Items where they are publicly known to be, the first of them. */
  readonly items: readonly ItemFeature[];
  readonly hasMoreItems: boolean;
  readonly latest: readonly LatestSighting[];
  readonly hasContest: boolean;
}

/** The public page of a study: its map, numbers and reports, and what finders can do. */
export function studyPage(shown: ShownStudy, locale: Locale, publicUrl: string): Page {
  const { study, latest, hasContest } = shown;
  const words = studyWords(locale);
  const lead = study.description.trim() || words.lead;
  return {
    ...common(shown, locale, publicUrl),
    lead,
    inLanguage: (other) => `${studyPath(study.id)}?lang=${other}`,
    body: html`<div class="study">
${study.simulated ? html`<p class="made-up">${words.simulated}</p>` : undefined}
${counters(shown, locale)}
<section>
${mapOf(shown, words)}
${legend(words)}
${limits(study, words)}
${itemTable(shown, words, (instant) => instantIn(locale, instant))}
</section>
<section class="find">
<h2>${words.help}</h2>
${ownText(study, locale)}
<ul>${words.helpLines.map((line) => html`<li>${line}</li>`)}</ul>
<p class="actions"><a class="action" href="/">${words.report}</a>${hasContest ? html`<a class="quiet" href="${contestPath(study.id)}?lang=${locale}">${words.contest}</a>` : undefined}</p>
</section>
<section>
<h2>${words.latest}</h2>
${latestList(latest, words, (instant) => instantIn(locale, instant))}
</section>
<section>
<h2>${words.data}</h2>
<p><a class="quiet" href="/ogc">${words.dataLines}</a></p>
</section>
</div>
<script type="module" src="/study-map.js"></script>`,
  };
}

/** The same for pages of others: name, numbers, and the map. */
export function studyEmbed(shown: ShownStudy, locale: Locale, publicUrl: string): Page {
  const { study } = shown;
  const words = studyWords(locale);
  return {
    ...common(shown, locale, publicUrl),
    lead: study.description.trim() || words.lead,
    isEmbedded: true,
    body: html`<main class="embedded">
<h1>${study.name}</h1>
${study.simulated ? html`<p class="made-up">${words.simulated}</p>` : undefined}
${counters(shown, locale)}
${mapOf(shown, words)}
${itemTable(shown, words, (instant) => instantIn(locale, instant))}
<p><a class="quiet" href="${studyPath(study.id)}?lang=${locale}" target="_blank" rel="noopener">${words.whole}: Zero Plastic Rivers</a></p>
</main>
<script type="module" src="/study-map.js"></script>`,
  };
}

function common({ study }: ShownStudy, locale: Locale, publicUrl: string) {
  const url = `${publicUrl}${studyPath(study.id)}`;
  const lead = study.description.trim() || studyWords(locale).lead;
  return {
    locale,
    title: study.name,
    isPublic: true,
    isScripted: true,
    style: STUDY_STYLE,
    head: html`<link rel="canonical" href="${url}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<meta property="og:type" content="website">
<meta property="og:site_name" content="Zero Plastic Rivers">
<meta property="og:title" content="${study.name}">
<meta property="og:description" content="${lead.slice(0, 300)}">
<meta property="og:url" content="${url}">
<meta property="og:locale" content="${locale}">
<meta property="og:image" content="${publicUrl}/icons/icon-512.png">
<meta property="og:image:alt" content="Zero Plastic Rivers">
<meta name="twitter:card" content="summary">
`,
  };
}

function counters({ counts }: ShownStudy, locale: Locale): Html {
  const { counters: names } = studyWords(locale);
  const written = new Intl.NumberFormat(locale === "en" ? "en-GB" : locale);
  const rows: readonly (readonly [string, number])[] = [
    [names.items, counts.itemCount],
    [names.reports, counts.sightingCount],
    [names.finders, counts.finderCount],
    [names.kilometres, Math.round(counts.travelledMetres / 1000)],
    [names.alive, counts.aliveTrackerCount],
  ];
  return html`<dl class="counters">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${written.format(value)}</dd></div>`)}</dl>`;
}

/** An empty box that the script fills when it comes into view. */
function mapOf({ study }: ShownStudy, words: StudyWords): Html {
  const said = { ...words.controls, failed: words.mapFailed, journey: words.journey };
  return html`<div class="study-map" role="region" aria-label="${words.map}" data-study-map="${study.id}" data-words="${JSON.stringify(said)}"><p class="state" data-state>${words.mapLoading}</p><noscript><p class="state">${words.mapNeedsScript}</p></noscript></div>`;
}

function legend({ legend: { item, sighting, track } }: StudyWords): Html {
  const mark = (drawing: Html) =>
    html`<svg viewBox="0 0 26 26" aria-hidden="true" focusable="false" stroke="#0b1f2a" stroke-width="2" stroke-linejoin="round">${drawing}</svg>`;
  return html`<ul class="legend">
<li>${mark(html`<circle cx="13" cy="13" r="8" fill="#e4ff1a"/>`)} ${item}</li>
<li>${mark(html`<path fill="#ff7a1a" d="M13 3l10 10-10 10L3 13z"/>`)} ${sighting}</li>
<li>${mark(html`<path fill="none" stroke="#3f9cc4" stroke-width="4" stroke-linecap="round" d="M3 20c4-12 8 2 11-7s4-6 9-8"/>`)} ${track}</li>
</ul>`;
}

function limits({ publicDelayHours, publicCoarseMetres }: Study, words: StudyWords): Html {
  return html`${publicDelayHours > 0 ? html`<p class="small">${words.delayed(publicDelayHours)}</p>` : undefined}${publicCoarseMetres > 0 ? html`<p class="small">${words.coarse(publicCoarseMetres)}</p>` : undefined}`;
}

/** What the study itself says to finders. */
function ownText({ finderTexts }: Study, locale: Locale): Html | undefined {
  const { text, lang } = textIn(finderTexts, locale);
  if (text === "") return undefined;
  return html`<p class="own"${lang === locale ? undefined : html` lang="${lang}"`}>${text}</p>`;
}
