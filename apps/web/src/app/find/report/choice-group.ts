import { NgTemplateOutlet } from "@angular/common";
import {
  ChangeDetectionStrategy,
  Component,
  contentChild,
  inject,
  input,
  output,
  TemplateRef,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { Sign } from "../../kit/sign.ts";
import { FieldNames } from "../field-names.ts";

/** One question with a few answers, each a picture with words; native radio buttons inside. */
@Component({
  selector: "zpr-choice-group",
  imports: [NgTemplateOutlet, Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./choice-group.html",
  styleUrl: "./choice-group.css",
})
export class ChoiceGroup<Choice extends string> {
  readonly choices = input.required<readonly Choice[]>();
  readonly chosen = input.required<Choice | null>();
  /** Where the words of the choices stand in the messages. */
  readonly words = input.required<string>();
  /** The id of the heading that asks the question. */
  readonly heading = input.required<string>();
  /** Whether to say that an answer is missing. */
  readonly missing = input(false);
  readonly choose = output<Choice>();

  protected readonly name = inject(FieldNames).next("choice");
  protected readonly picture =
    contentChild.required<TemplateRef<{ $implicit: Choice }>>(TemplateRef);
}
