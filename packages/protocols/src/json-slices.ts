/** Strings, which may hold anything, and what opens, closes and parts lists and objects. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[[\]{},]/gs;

const DEEPER: Readonly<Record<string, number>> = { "[": 1, "{": 1, "]": -1, "}": -1 };

/** The elements of the list or object that opens at `start` of a JSON text that is known to be well formed, each as it stands there. */
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

/**
 * The elements of a list, or the one object, that a member of this name has for its value, each as
 * it stands in the text; written anew where the first member of this name is another one.
 */
export function slicesOf(text: string, name: string, value: unknown): readonly string[] {
  const elements: readonly unknown[] = Array.isArray(value) ? value : [value];
  const slices = slicesOfFirst(text, name);
  const found = slices.map((slice) => JSON.parse(slice));
  return JSON.stringify(found) === JSON.stringify(elements)
    ? slices
    : elements.map((element) => JSON.stringify(element));
}

function slicesOfFirst(text: string, name: string): readonly string[] {
  const member = new RegExp(`"${name}"\\s*:\\s*(?=[[{])`).exec(text);
  if (!member) return [];
  const start = member.index + member[0].length;
  if (text[start] === "[") return elementsOf(text, start);
  return elementsOf(`[${text.slice(start)}`, 0).slice(0, 1);
}

/** The elements of the list that is this member of the object a well-formed text is; none without such a list. */
export function elementsOfMember(text: string, name: string): readonly string[] {
  const key = JSON.stringify(name);
  // Of members with one name the last counts.
  const member = elementsOf(text, 0).findLast((one) => one.startsWith(key)) ?? "";
  const value = member.slice(key.length).replace(/^\s*:\s*/, "");
  return value.startsWith("[") ? elementsOf(value, 0) : [];
}
