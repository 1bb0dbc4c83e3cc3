import { deserialize, serialize } from "node:v8";
import type { Cache, CachedQuestion } from "@zpr/ports";
import type { Found, Shelf } from "./shelf.ts";

/** Larger answers are for whoever asked, and not kept. */
const MOST_BYTES = 2_000_000;
/** How often somebody waits for another's answer before asking by themselves. */
const MOST_WAITS = 3;

/**
 * Remembers on a shelf. An answer is as old as the look before the question, not as the keeping: so
 * what was read before a write is never kept as if it were newer. Many who ask the same in this
 * process ask the source once, and nobody is given what was read before their own look.
 */
export function rememberer(shelf: Shelf): Pick<Cache, "remember"> {
  const asking = new Map<string, Promise<unknown>>();

  async function askAndKeep<Answer>(
    { key, seconds, ask, tags }: CachedQuestion<Answer>,
    place: number,
  ): Promise<Answer> {
    const answer = await ask();
    const dependsOn = tags(answer);
    if (!dependsOn) return answer;
    const value = serialize(answer);
    if (value.length <= MOST_BYTES)
      await shelf.keep(key, { place, tags: dependsOn, seconds, value });
    return answer;
  }

  return {
    async remember<Answer>(question: CachedQuestion<Answer>): Promise<Answer> {
      const { key } = question;
      for (let waits = 0; ; waits++) {
        const found = await shelf.look(key);
        if (!found) return question.ask();
        const kept = answerOf<Answer>(found);
        if (kept) return kept.answer;
        const others = asking.get(key);
        if (!others || waits === MOST_WAITS) {
          const asked = askAndKeep(question, found.place);
          asking.set(key, asked);
          return asked.finally(() => {
            if (asking.get(key) === asked) asking.delete(key);
          });
        }
        await others.catch(() => undefined);
      }
    },
  };
}

/** Only our own processes of this version keep things, so the key says of which type it is. */
function answerOf<Answer>({ value }: Found): { readonly answer: Answer } | undefined {
  if (!value) return undefined;
  try {
    return { answer: deserialize(value) as Answer };
  } catch {
    return undefined;
  }
}
