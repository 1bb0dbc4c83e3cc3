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
import type { ItemCode } from "@zpr/model";
import { codeInScan } from "../../kit/code-entry.ts";
import { type CameraTrouble, watchCamera } from "../../kit/scan/camera.ts";
import { Sign } from "../../kit/sign.ts";

type ScanState = "starting" | "looking" | "foreign" | CameraTrouble;

/** The camera, until it has seen a label of ours. */
@Component({
  selector: "zpr-scan-panel",
  imports: [Sign, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: "./scan-panel.html",
  styleUrl: "./scan-panel.css",
})
export class ScanPanel {
  readonly scanned = output<ItemCode>();
  readonly closed = output<void>();

  protected readonly state = signal<ScanState>("starting");
  protected readonly video = viewChild.required<ElementRef<HTMLVideoElement>>("video");
  #over = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.#over = true;
    });
    afterNextRender(() => void this.#run());
  }

  async #run(): Promise<void> {
    const video = this.video().nativeElement;
    video.scrollIntoView({ block: "center" });
    const trouble = await watchCamera({
      video,
      formats: ["qr_code"],
      onLooking: () => this.state.set("looking"),
      onTexts: (texts) => this.#read(texts),
      isOver: () => this.#over,
    });
    if (trouble) this.state.set(trouble);
  }

  #read(texts: readonly string[]): void {
    const code = texts.map(codeInScan).find((found) => found !== undefined);
    if (code) {
      this.#over = true;
      this.scanned.emit(code);
    } else this.state.set("foreign");
  }
}
