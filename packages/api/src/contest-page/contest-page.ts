import type { Locale } from "@zpr/model";
import { type Html, html, type Page } from "@zpr/pages";
import type { LocalText } from "@zpr/ports";
import type { showContest } from "../show-contest.ts";
import { contestPath } from "./contest-path.ts";
import type { ContestWords } from "./contest-words.ts";
import { contestWords, instantIn, textIn } from "./languages.ts";

type ShownContest = Awaited<ReturnType<typeof showContest>>;

/** The page of a contest: what can be won, by whom and how, what is kept of whom, and the outcome. */
export function contestPage(contest: ShownContest, locale: Locale): Page {
  const words = contestWords(locale);
  const { text: title, lang } = textIn(contest.title, locale);
  const lead = leadOf(contest, words, locale);
  const [opens, closes] = [instantIn(locale, contest.opensAt), instantIn(locale, contest.closesAt)];
  const isOver = contest.state === "closed" || contest.state === "drawn";
  return {
    locale,
    title,
    titleLanguage: lang,
    lead,
    isPublic: true,
    inLanguage: (other) => `${contestPath(contest.studyId)}?lang=${other}`,
    body: html`<div class="prose">
${contest.draw ? outcome(contest, words, locale) : undefined}
<h2>${words.prizes}</h2>
<ol>${contest.prizes.map((prize) => html`<li${langOf(prize, locale)}>${textIn(prize, locale).text}</li>`)}</ol>
<h2>${words.rules}</h2>
${paragraphs(contest.rules, locale)}
<h2>${words.taking}</h2>
<ul>${words.takingLines(opens, closes).map(item)}</ul>
${isOver ? undefined : html`<p>${words.tickets(contest.ticketCount)}</p>`}
<h2>${words.data}</h2>
<ul>${words.dataLines(contest.retentionDays).map(item)}</ul>
<h2>${words.fair}</h2>
<ul>${words.fairLines.map(item)}</ul>
${contest.seedHash === null || contest.draw ? undefined : html`<p>${words.seedHash} <code>${contest.seedHash}</code></p>`}
${isOver ? html`<p><a class="quiet" href="/api/v1/studies/${contest.studyId}/contest/tickets">${words.ticketList}</a></p>` : undefined}
</div>
<p class="actions"><a class="action" href="/">${isOver ? words.home : words.report}</a></p>`,
  };
}

function leadOf({ state, ...contest }: ShownContest, words: ContestWords, locale: Locale): string {
  const { opensAt, closesAt, draw } = contest;
  if (draw) return words.drawn(instantIn(locale, draw.drawnAt));
  if (state === "closed") return words.closed(instantIn(locale, closesAt));
  return state === "open"
    ? words.open(instantIn(locale, closesAt))
    : words.announced(instantIn(locale, opensAt));
}

function outcome({ draw }: ShownContest, words: ContestWords, locale: Locale): Html | undefined {
  if (!draw) return undefined;
  const rows = draw.winners.map(
    ({ place, prize, ticket }) =>
      html`<tr><td>${place}</td><td${langOf(prize, locale)}>${textIn(prize, locale).text}</td><td><code>${ticket}</code></td></tr>`,
  );
  const table = html`<table>
<thead><tr><th scope="col">${words.place}</th><th scope="col">${words.prize}</th><th scope="col">${words.ticket}</th></tr></thead>
<tbody>${rows}</tbody>
</table>`;
  return html`<h2>${words.outcome}</h2>
${rows.length > 0 ? table : html`<p>${words.noWinners}</p>`}
<p><strong>${words.seed}</strong> <code>${draw.seed}</code><br>${words.seedOrigins[draw.seedOrigin]}</p>`;
}

/** Blank lines part paragraphs; single ones stay. */
function paragraphs(text: LocalText, locale: Locale): readonly Html[] {
  const parts = textIn(text, locale).text.split(/\n\s*\n/);
  return parts.map((part) => html`<p class="own"${langOf(text, locale)}>${part.trim()}</p>`);
}

function item(line: string): Html {
  return html`<li>${line}</li>`;
}

/** Says so where a text is not in the language of the page. */
function langOf(text: LocalText, locale: Locale): Html | undefined {
  const { lang } = textIn(text, locale);
  return lang === locale ? undefined : html` lang="${lang}"`;
}
