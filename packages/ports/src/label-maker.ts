import type { LabelSheet, Locale } from "@zpr/model";

/** What is to be printed. */
export interface LabelOrder {
  /** Codes of items, in the order of the labels. */
  readonly codes: readonly string[];
  readonly sheet: LabelSheet;
  /** How many labels of the first sheet are used already. */
  readonly skip: number;
  /** In which languages labels speak, the most important first; small ones drop the last. */
  readonly languages: readonly Locale[];
  /** The origin before the code in each QR code, without a slash at the end. */
  readonly publicUrl: string;
  /** Whether each label's corners are marked, for paper that is cut by hand. */
  readonly cutMarks: boolean;
}

/** Makes labels that finders can scan and read. */
export interface LabelMaker {
  /** A PDF; `too-small` when a QR code with this address could not be read from labels of this size. */
  make(order: LabelOrder): Promise<Uint8Array | "too-small">;
}
