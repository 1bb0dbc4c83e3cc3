import { ChangeDetectionStrategy, Component, computed, inject } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { Locale } from "@zpr/model";
import { PageLocale } from "../../kit/locale.ts";
import { distanceText, percentText } from "../../kit/measures.ts";
import { countText } from "../figures.ts";
import { JourneyData } from "./journey-data.ts";

const UNKNOWN = "–";

/** What a journey comes to, in numbers with their units. */
@Component({
  selector: "zpr-journey-measures",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr));
      gap: var(--zpr-space-2);
      margin: 0;
    }

    div {
      display: flex;
      flex-direction: column-reverse;
      justify-content: flex-end;
      padding: var(--zpr-space-2) var(--zpr-space-3);
      border: 1px solid var(--zpr-line);
      border-radius: var(--zpr-radius-m);
      background: var(--zpr-surface);
    }

    dt {
      color: var(--zpr-text-soft);
      font-size: var(--zpr-text-s);
      line-height: 1.3;
    }

    dd {
      margin: 0;
      font-size: var(--zpr-text-l);
      font-weight: 700;
      font-variant-numeric: tabular-nums;
    }
  `,
  template: `
    @if (numbers(); as numbers) {
      <dl>
        @for (number of numbers; track number.name) {
          <div>
            <dt>{{ "lab.journey.measure." + number.name | transloco }}</dt>
            <dd>{{ number.value }}</dd>
          </div>
        }
      </dl>
    }
  `,
})
export class JourneyMeasures {
  readonly #locale = inject(PageLocale).current;
  readonly #data = inject(JourneyData);

  protected readonly numbers = computed(() => {
    const measures = this.#data.journey()?.properties;
    if (!measures) return undefined;
    const locale = this.#locale();
    const drift = this.#data.drift();
    const net = drift?.netKilometres ?? null;
    return [
      {
        name: "travelled",
        value: distanceText(drift?.travelledMetres ?? measures.travelledMetres, locale),
      },
      net === null
        ? { name: "net", value: distanceText(measures.netMetres, locale) }
        : { name: "netRiver", value: signedKilometres(net, locale) },
      { name: "toAndFro", value: known(drift?.toAndFro, (value) => decimal(value, locale)) },
      {
        name: "median",
        value: known(drift?.medianMetresPerSecond, (value) =>
          unitText(value, "meter-per-second", locale),
        ),
      },
      {
        name: "p95",
        value: known(drift?.p95MetresPerSecond, (value) =>
          unitText(value, "meter-per-second", locale),
        ),
      },
      {
        name: "strandings",
        value: known(drift?.strandingCount, (value) => countText(value, locale)),
      },
      {
        name: "stranded",
        value: known(drift?.strandedShare, (value) => percentText(value, locale)),
      },
      { name: "fixes", value: countText(measures.fixCount, locale) },
      { name: "sightings", value: countText(measures.sightingCount, locale) },
    ];
  });
}

function known(value: number | null | undefined, text: (value: number) => string): string {
  return value === null || value === undefined ? UNKNOWN : text(value);
}

function decimal(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}

function unitText(value: number, unit: string, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: 2 }).format(
    value,
  );
}

function signedKilometres(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: "kilometer",
    maximumFractionDigits: 1,
    signDisplay: "exceptZero",
  }).format(value);
}
