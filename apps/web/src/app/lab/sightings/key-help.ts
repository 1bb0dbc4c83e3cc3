import { ChangeDetectionStrategy, Component, inject, model } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { SHORTCUTS, Shortcuts } from "./shortcuts.ts";

const WORDS: Readonly<Record<string, string>> = {
  next: "keys.next",
  previous: "keys.previous",
  accept: "act.accept",
  reject: "act.reject",
  correct: "act.correct",
  merge: "act.merge",
  hide: "keys.hide",
  blur: "photos.blur",
  help: "keys.help",
};

/** Which keys do what, and the switch that turns them off. */
@Component({
  selector: "zpr-key-help",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    summary {
      padding-block: 0.6rem;
      font-weight: 700;
      cursor: pointer;
    }

    dl {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: var(--zpr-space-1) var(--zpr-space-3);
      margin: 0 0 var(--zpr-space-2);
    }

    dd {
      margin: 0;
    }
  `,
  template: `
    <details [open]="open()" (toggle)="open.set($any($event.target).open)">
      <summary>{{ "lab.sightings.keys.title" | transloco }}</summary>
      <dl>
        @for (one of keys; track one.key) {
          <dt>
            <kbd class="l-key">{{ one.key }}</kbd>
          </dt>
          <dd>{{ "lab.sightings." + one.words | transloco }}</dd>
        }
      </dl>
      <label class="l-check">
        <input
          type="checkbox"
          [checked]="shortcuts.on()"
          (change)="shortcuts.choose($any($event.target).checked)"
        />
        {{ "lab.sightings.keys.on" | transloco }}
      </label>
    </details>
  `,
})
export class KeyHelp {
  protected readonly shortcuts = inject(Shortcuts);
  readonly open = model(false);
  protected readonly keys = Object.entries(SHORTCUTS).map(([key, act]) => ({
    key,
    words: WORDS[act] ?? "keys.help",
  }));
}
