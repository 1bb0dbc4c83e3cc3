import { ChangeDetectionStrategy, Component, input, output, signal } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";

/** Where a sheet is dropped or chosen. */
@Component({
  selector: "zpr-sheet-choice",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    label {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--zpr-space-2);
      padding: var(--zpr-space-5);
      border: 2px dashed var(--zpr-line-strong);
      border-radius: var(--zpr-radius-m);
      background: var(--zpr-surface);
      cursor: pointer;
    }

    .over {
      border-color: var(--zpr-text);
      background: var(--zpr-sunken);
    }

    /* It would say that no file is chosen: the name stands above. */
    input {
      min-height: var(--zpr-target);
      max-width: 100%;
      color: transparent;
    }

    input::file-selector-button {
      min-height: var(--zpr-target);
      padding-inline: var(--zpr-space-4);
      border: 1px solid var(--zpr-line-strong);
      border-radius: var(--zpr-radius-s);
      background: var(--zpr-surface);
      color: var(--zpr-text);
      font: inherit;
      font-weight: 700;
      cursor: pointer;
    }
  `,
  template: `
    <label
      [class.over]="over()"
      (dragover)="hover($event, true)"
      (dragleave)="hover($event, false)"
      (drop)="drop($event)"
    >
      <strong>{{ "lab.import.choose" | transloco }}</strong>
      <span class="l-small">{{ "lab.import.files" | transloco }}</span>
      @if (name()) {
        <span>{{ "lab.import.chosen" | transloco: { name: name() } }}</span>
      }
      <input type="file" accept=".csv,.tsv,.txt,.xlsx" (change)="pick($event)" />
    </label>
  `,
})
export class SheetChoice {
  readonly name = input<string>();
  readonly chosen = output<File>();
  protected readonly over = signal(false);

  protected hover(event: DragEvent, isOver: boolean): void {
    event.preventDefault();
    this.over.set(isOver);
  }

  protected drop(event: DragEvent): void {
    this.hover(event, false);
    const file = event.dataTransfer?.files[0];
    if (file) this.chosen.emit(file);
  }

  protected pick({ target }: Event): void {
    const field = target as HTMLInputElement;
    const file = field.files?.[0];
    if (file) this.chosen.emit(file);
    // The same file again, mended in the meantime, is a choice again.
    field.value = "";
  }
}
