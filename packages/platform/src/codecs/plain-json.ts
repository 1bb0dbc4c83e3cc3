import { MOST_DEPTH, MOST_VALUES } from "./limits.ts";

/** An answer is more than one may be. */
export class AnswerTooLarge extends Error {
  override readonly name = "AnswerTooLarge";
  readonly code = "ERR_ANSWER_TOO_LARGE";
}

/**
 * A JSON text from a stranger as plain data of our own: no deeper and no more than the limits, in
 * texts that any store can hold, and without members that change what an object is when they are
 * copied carelessly.
 */
export function plainJson(text: string): unknown {
  let values = 0;
  const plain = (value: unknown, depth: number): unknown => {
    if (++values > MOST_VALUES) throw new AnswerTooLarge(`more than ${MOST_VALUES} values`);
    if (typeof value === "string") return value.toWellFormed();
    if (typeof value !== "object" || value === null) return value;
    if (depth > MOST_DEPTH) throw new AnswerTooLarge(`more than ${MOST_DEPTH} levels deep`);
    if (Array.isArray(value)) return value.map((one) => plain(one, depth + 1));
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => name !== "__proto__")
        .map(([name, one]) => [name.toWellFormed(), plain(one, depth + 1)]),
    );
  };
  return plain(JSON.parse(text), 0);
}
