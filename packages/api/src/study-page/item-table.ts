import { type Html, html } from "@zpr/pages";
import type { ItemFeature } from "@zpr/ports";
import type { StudyWords } from "./study-words.ts";

interface Listed {
  readonly items: readonly ItemFeature[];
  readonly hasMoreItems: boolean;
}

/** What the map shows of items, as a table behind a button. */
export function itemTable(
  { items, hasMoreItems }: Listed,
  words: StudyWords,
  written: (instant: Date) => string,
): Html {
  const { columns } = words;
  const rows = items.map(({ geometry, properties }) => {
    const [longitude, latitude] = geometry.map((degrees) => degrees.toFixed(4));
    return html`<tr><th scope="row"><a href="/found?code=${properties.code}" target="_top">${properties.code}</a></th><td>${properties.itemType}</td><td>${longitude}, ${latitude}</td><td>${written(properties.lastAt)}: ${words.evidence[properties.evidence]}</td></tr>`;
  });
  const table = html`<div class="scrolls" tabindex="0" role="region" aria-label="${words.table}"><table>
<thead><tr><th scope="col">${columns.item}</th><th scope="col">${columns.type}</th><th scope="col">${columns.place}</th><th scope="col">${columns.since}</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>`;
  return html`<details><summary>${words.table}</summary>
${rows.length === 0 ? html`<p>${words.tableNone}</p>` : table}
${hasMoreItems ? html`<p class="small">${words.tableMore(rows.length)}</p>` : undefined}
</details>`;
}
