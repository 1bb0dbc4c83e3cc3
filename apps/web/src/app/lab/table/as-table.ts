import { ChangeDetectionStrategy, Component, input } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";

/** What a plot shows, as a table: folded away on a screen, open on paper. */
@Component({
  selector: "zpr-as-table",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    summary {
      min-height: var(--zpr-target);
      line-height: var(--zpr-target);
      cursor: pointer;
    }

    .scroll {
      overflow: auto;
      max-height: 24rem;
    }

    @media print {
      details::details-content {
        content-visibility: visible;
        height: auto;
      }

      .scroll {
        overflow: visible;
        max-height: none;
      }
    }
  `,
  template: `
    <details>
      <summary>{{ "lab.list.asTable" | transloco }}<span class="visually-hidden">: {{ caption() }}</span></summary>
      <div class="scroll" tabindex="0" role="region" [attr.aria-label]="caption()">
        <table class="l-table">
          <caption class="visually-hidden">{{ caption() }}</caption>
          <thead>
            <tr>
              @for (head of heads(); track $index; let first = $first) {
                <th scope="col" class="l-plain" [class.l-number]="!first">{{ head }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track $index) {
              <tr>
                @for (cell of row; track $index; let first = $first) {
                  @if (first) {
                    <th scope="row">{{ cell }}</th>
                  } @else {
                    <td class="l-number">{{ cell }}</td>
                  }
                }
              </tr>
            }
          </tbody>
        </table>
      </div>
    </details>
  `,
})
export class AsTable {
  readonly caption = input.required<string>();
  readonly heads = input.required<readonly string[]>();
  /** The first cell of each names it. */
  readonly rows = input.required<readonly (readonly string[])[]>();
}
