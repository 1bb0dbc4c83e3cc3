import type { PhotoRegion } from "@zpr/model";

/** A picture without metadata, upright, as JPEG. */
export interface CleanPicture {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Makes what phones send safe to keep: decodes it, drops its metadata, limits its size. */
export interface PictureMaker {
  /**
   * `undefined` when the bytes are no photo; `not-readable-yet` when they are one of a kind that
   * phones take and that we can decode, but this one we cannot.
   */
  clean(bytes: Uint8Array): Promise<CleanPicture | "not-readable-yet" | undefined>;
  /** The same picture with nothing left to recognise in some parts of it. */
  blur(jpeg: Uint8Array, regions: readonly PhotoRegion[]): Promise<Uint8Array>;
}
