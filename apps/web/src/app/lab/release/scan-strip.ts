import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  inject,
  output,
  signal,
  viewChild,
} from "@angular/core";
import { TranslocoPipe } from "@jsverse/transloco";
import { type CameraTrouble, watchCamera } from "../../kit/scan/camera.ts";
import { Sign } from "../../kit/sign.ts";
import { viewMemory } from "./read-scan.ts";

/** The camera, which stays open while one label after the other is held before it. */
@Component({
  selector: "zpr-scan-strip",
  imports: [Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "./scan-strip.css",
  template: `
    <div class="view" [hidden]="state() !== 'starting' && state() !== 'looking'">
      <video #video muted playsinline></video>
    </div>
    @if (state() === "starting") {
      <p role="status">{{ "scan.starting" | transloco }}</p>
    } @else if (state() !== "looking") {
      <p role="status">{{ "scan." + state() | transloco }}</p>
    }
    <button class="z-button l-button" type="button" (click)="closed.emit()">
      <zpr-sign name="close" /> {{ "scan.close" | transloco }}
    </button>
  `,
})
export class ScanStrip {
  /** A text that has just come into view. */
  readonly read = output<string>();
  readonly closed = output<void>();

  protected readonly state = signal<"starting" | "looking" | CameraTrouble>("starting");
  protected readonly video = viewChild.required<ElementRef<HTMLVideoElement>>("video");
  #over = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.#over = true;
    });
    afterNextRender(() => void this.#run());
  }

  async #run(): Promise<void> {
    const fresh = viewMemory();
    const trouble = await watchCamera({
      video: this.video().nativeElement,
      formats: ["qr_code", "code_128", "code_39", "data_matrix"],
      onLooking: () => this.state.set("looking"),
      onTexts: (texts) => {
        for (const text of fresh(texts, Date.now())) this.read.emit(text);
      },
      isOver: () => this.#over,
    });
    if (trouble) this.state.set(trouble);
  }
}
