/** Strings, which may hold anything, and what opens, closes and parts lists and objects. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[[\]{},]/gs;

const DEEPER: Readonly<Record<string, number>> = { "[": 1, "{": 1, "]": -1, "}": -1 };

/** The elements of the list that opens at `start` of a JSON text that is known to be well formed, each as it stands there. */
export function elementsOf(text: string, start: number): readonly string[] {
  const elements: string[] = [];
  let depth = 0;
  let from = start + 1;
  for (const { 0: token, index } of text.slice(start).matchAll(TOKENS)) {
    depth += DEEPER[token] ?? 0;
    if (depth > 1 || (depth === 1 && token !== ",")) continue;
    const at = start + index;
    elements.push(text.slice(from, at).trim());
    from = at + 1;
    if (depth === 0) break;
  }
  return elements.filter((element) => element !== "");
}

/** What stands in the list, or the one object, that a member of this name holds; of the same kind of text. */
export function slicesIn(text: string, name: string): readonly string[] {
  const member = new RegExp(`"${name}"\\s*:\\s*(?=[[{])`).exec(text);
  if (!member) return [];
  const start = member.index + member[0].length;
  if (text[start] === "[") return elementsOf(text, start);
  return elementsOf(`[${text.slice(start)}`, 0).slice(0, 1);
}
