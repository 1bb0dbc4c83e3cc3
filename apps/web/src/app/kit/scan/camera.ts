import { type CodeFormat, codeReader } from "./code-reader.ts";

/** Why a camera shows nothing. */
export type CameraTrouble = "refused" | "absent" | "failed";

const LOOK_EVERY_MS = 180;

/** Looks for codes through the camera. */
export interface CameraWatch {
  readonly video: HTMLVideoElement;
  readonly formats: readonly CodeFormat[];
  readonly onLooking: () => void;
  /** The texts of the codes in view, several times a second. */
  readonly onTexts: (texts: readonly string[]) => void;
  readonly isOver: () => boolean;
}

/** Shows what the camera sees and tells the codes in it until `isOver`; resolves with what went wrong, if anything did. */
export async function watchCamera(watch: CameraWatch): Promise<CameraTrouble | undefined> {
  let camera: MediaStream | undefined;
  try {
    const opening = navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    const reading = codeReader(watch.formats);
    camera = await opening;
    watch.video.srcObject = camera;
    await watch.video.play();
    watch.onLooking();
    const read = await reading;
    while (!watch.isOver()) {
      const texts = await read(watch.video);
      if (!watch.isOver() && texts.length > 0) watch.onTexts(texts);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    return undefined;
  } catch (reason) {
    return troubleOf(reason);
  } finally {
    for (const track of camera?.getTracks() ?? []) track.stop();
  }
}

function troubleOf(reason: unknown): CameraTrouble {
  const name = reason instanceof Error ? reason.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "absent" : "failed";
}
