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
import { Sign } from "../../kit/sign.ts";
import { codeInScan } from "../code-entry.ts";
import { type QrReader, qrReader } from "./qr-reader.ts";

type ScanState = "starting" | "looking" | "foreign" | "refused" | "absent" | "failed";

const LOOK_EVERY_MS = 180;

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
    let camera: MediaStream | undefined;
    try {
      const opening = navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      const reading = qrReader();
      camera = await opening;
      video.srcObject = camera;
      await video.play();
      this.state.set("looking");
      await this.#look(video, await reading);
    } catch (reason) {
      this.state.set(stateAfter(reason));
    } finally {
      for (const track of camera?.getTracks() ?? []) track.stop();
    }
  }

  async #look(video: HTMLVideoElement, read: QrReader): Promise<void> {
    while (!this.#over) {
      const texts = await read(video);
      const code = texts.map(codeInScan).find((found) => found !== undefined);
      if (code && !this.#over) {
        this.#over = true;
        this.scanned.emit(code);
        return;
      }
      if (texts.length > 0) this.state.set("foreign");
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }
}

function stateAfter(reason: unknown): ScanState {
  const name = reason instanceof Error ? reason.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "absent" : "failed";
}
