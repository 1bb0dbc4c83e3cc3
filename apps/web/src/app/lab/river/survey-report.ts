import { ChangeDetectionStrategy, Component, computed, inject, input, output } from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import type { Position, RiverProblem } from "@zpr/model";
import { PageLocale } from "../../kit/locale.ts";
import { kilometreText } from "./kilometre-text.ts";
import type { RiverSurvey } from "./river-api.ts";
import type { RiverDraft } from "./river-draft.ts";

/** What is the matter, which lines it is about, and where to look. */
interface ShownProblem {
  readonly kind: RiverProblem["kind"];
  readonly lines: string;
  readonly metres: string;
  readonly place: Position | undefined;
}

/** What a drawing would come to: each line in numbers, and what is wrong with it, in words. */
@Component({
  selector: "zpr-survey-report",
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrls: ["../study/study-tabs.css", "./river-tab.css"],
  templateUrl: "./survey-report.html",
})
export class SurveyReport {
  readonly draft = input.required<RiverDraft>();
  readonly survey = input.required<RiverSurvey>();
  readonly chosen = input<number>();
  readonly reverse = output<number>();
  readonly remove = output<number>();
  readonly choose = output<number>();
  readonly look = output<Position>();

  readonly #locale = inject(PageLocale);

  /** The survey's lines are the draft's, in the same order; none when a line is nowhere on the globe. */
  protected readonly rows = computed(() => {
    const locale = this.#locale.current();
    const { lines } = this.survey();
    return this.draft().lines.map(({ id, name }, at) => {
      const said = lines[at];
      return {
        id,
        number: at + 1,
        name,
        length: said ? kilometreText(said.lengthMetres / 1000, locale) : "–",
        from: said?.kilometres ? kilometreText(said.kilometres.from, locale) : "–",
        to: said?.kilometres ? kilometreText(said.kilometres.to, locale) : "–",
        reversed: said?.reversed === true,
        into: said?.into === null || said?.into === undefined ? undefined : said.into + 1,
        isMouth: said?.into === null && said.kilometres !== null,
      };
    });
  });

  protected readonly problems = computed(() =>
    (this.survey().problems as readonly RiverProblem[]).map((problem) => this.#shown(problem)),
  );

  #shown(problem: RiverProblem): ShownProblem {
    const numbers = linesOf(problem);
    const all = this.draft().lines;
    const place =
      "position" in problem ? problem.position : all[numbers[0] ?? -1]?.coordinates.at(-1);
    return {
      kind: problem.kind,
      lines: numbers.map((at) => `${at + 1} (${all[at]?.name ?? ""})`).join(", "),
      metres: "metres" in problem ? String(problem.metres) : "",
      place: problem.kind === "not-wgs84" ? undefined : place,
    };
  }
}

function linesOf(problem: RiverProblem): readonly number[] {
  if ("lines" in problem) return problem.lines;
  if ("other" in problem) return [problem.line, problem.other];
  return "line" in problem ? [problem.line] : [];
}
