import { ProblemError } from "../problem.ts";

/** Where in a photo a piece belongs. */
export interface PieceRange {
  readonly start: number;
  readonly total: number;
}

const CONTENT_RANGE = /^bytes (\d{1,9})-(\d{1,9})\/(\d{1,9})$/;

/** Reads `Content-Range: bytes FIRST-LAST/TOTAL` (RFC 9110, section 14.4) of a partial PUT; `undefined` when all comes at once. */
export function pieceRange(
  header: string | undefined,
  { bodyBytes, mostBytes }: { readonly bodyBytes: number; readonly mostBytes: number },
): PieceRange | undefined {
  if (header === undefined) return undefined;
  const [first, last, total] = (CONTENT_RANGE.exec(header)?.slice(1) ?? []).map(Number);
  if (first === undefined || last === undefined || total === undefined)
    throw new ProblemError("request-invalid", {
      detail: "Content-Range is bytes FIRST-LAST/TOTAL",
    });
  if (total > mostBytes)
    throw new ProblemError("too-large", { detail: `a photo has at most ${mostBytes} bytes` });
  if (last - first + 1 !== bodyBytes || last >= total)
    throw new ProblemError("request-invalid", {
      detail: `Content-Range names ${last - first + 1} of ${total} bytes, but ${bodyBytes} came`,
    });
  return { start: first, total };
}
