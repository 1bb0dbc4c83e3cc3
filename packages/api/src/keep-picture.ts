import type { ObjectStore, PictureMaker } from "@zpr/ports";
import { ProblemError } from "./problem.ts";

/** Bytes a photo may have. */
export const MOST_PHOTO_BYTES = 15 * 1024 * 1024;

/** What photos may come as. */
export const PHOTO_TYPES = [
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/heic",
  "image/heif",
  "image/avif",
];

/** A photo as it lies in the object store. */
export interface KeptPicture {
  readonly objectKey: string;
  /** Pixels; null while nobody can decode it. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** Keeps a photo, cleaned, under a key without its ending; as it came while we cannot decode it; undefined when it is none. */
export async function keepPicture(
  key: string,
  bytes: Uint8Array,
  { objectStore, pictureMaker }: { objectStore: ObjectStore; pictureMaker: PictureMaker },
): Promise<KeptPicture | undefined> {
  const picture = await pictureMaker.clean(bytes);
  if (!picture) return undefined;
  if (picture === "not-readable-yet") {
    await objectStore.put(`${key}.original`, bytes);
    return { objectKey: `${key}.original`, size: null };
  }
  await objectStore.put(`${key}.jpg`, picture.jpeg);
  return { objectKey: `${key}.jpg`, size: { width: picture.width, height: picture.height } };
}

/** What came is no photo. */
export function unreadablePicture(): ProblemError {
  return new ProblemError("photo-unreadable", {
    detail: "send JPEG, PNG, WebP, AVIF or HEIC of at most 15 MB",
  });
}
