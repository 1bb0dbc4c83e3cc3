import { type LabelSheet, LOCALES, type Locale, parseItemCode } from "@zpr/model";
import type { ItemStore, LabelMaker, Study } from "@zpr/ports";

/** What somebody wants printed, by the names they know. */
export interface LabelWish {
  readonly study: Study;
  /** Only the items of this release. */
  readonly releaseId?: number | undefined;
  /** Only these items, in this order. */
  readonly codes?: readonly string[] | undefined;
  readonly sheet: LabelSheet;
  /** The place of the first label on the first sheet, from 1, row by row. */
  readonly start: number;
  /** All, beginning with the study's own, when absent. */
  readonly languages?: readonly Locale[] | undefined;
  readonly cutMarks: boolean;
}

/** Labels ready to print, or why there are none. */
export type LabelOutcome = { readonly pdf: Uint8Array } | { readonly refused: string };

interface Ports {
  readonly itemStore: ItemStore;
  readonly labelMaker: LabelMaker;
  readonly publicUrl: string;
}

/** More than fit on a day at the printer. */
export const MOST_LABELS = 5000;

/** Makes the labels of items of a study. */
export async function orderLabels(ports: Ports, wish: LabelWish): Promise<LabelOutcome> {
  const { study, sheet, start } = wish;
  const perPage = sheet.columns * sheet.rows;
  if (start > perPage) return { refused: `a sheet ${sheet.name} has places 1 to ${perPage}` };
  const codes = await codesOf(ports.itemStore, wish);
  if ("refused" in codes) return codes;
  const made = await ports.labelMaker.make({
    codes,
    sheet,
    skip: start - 1,
    languages: wish.languages ?? [...new Set([study.locale, ...LOCALES])],
    publicUrl: ports.publicUrl,
    cutMarks: wish.cutMarks,
  });
  if (made !== "too-small") return { pdf: made };
  return { refused: `a QR code of ${ports.publicUrl} cannot be scanned from labels this small` };
}

async function codesOf(
  itemStore: ItemStore,
  { study, releaseId, codes: wanted }: LabelWish,
): Promise<readonly string[] | { readonly refused: string }> {
  const asked = wanted?.map((text) => parseItemCode(text) ?? text);
  const items = await itemStore.list(
    {
      studies: [study.id],
      ...(releaseId !== undefined && { releaseId }),
      ...(asked && { codes: asked }),
    },
    { after: undefined, limit: MOST_LABELS + 1 },
  );
  const found = items.map((item) => item.code);
  if (asked) return allOf(asked, new Set(found));
  if (found.length === 0) return { refused: "there are no items to print labels for" };
  if (found.length > MOST_LABELS)
    return { refused: `more than ${MOST_LABELS} items; choose a release, or codes` };
  return found;
}

function allOf(
  asked: readonly string[],
  found: ReadonlySet<string>,
): readonly string[] | { readonly refused: string } {
  const strangers = asked.filter((code) => !found.has(code));
  if (strangers.length === 0) return asked;
  return { refused: `no items here have these codes: ${strangers.slice(0, 20).join(", ")}` };
}
