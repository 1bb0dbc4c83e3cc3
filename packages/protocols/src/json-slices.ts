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

/** What a way through members of objects leads to in a well-formed text: the elements of a list, or the one value. */
export function elementsAt(text: string, way: readonly string[]): readonly string[] {
  const value = valueAt(text, way);
  if (value === undefined) return [];
  return value.startsWith("[") ? elementsOf(value, 0) : [value];
}

function valueAt(text: string, way: readonly string[]): string | undefined {
  return way.reduce<string | undefined>(
    (value, name) => value && memberOf(value, name),
    text.trim(),
  );
}

/** Of members with one name the last counts. */
function memberOf(text: string, name: string): string | undefined {
  if (!text.startsWith("{")) return undefined;
  const key = JSON.stringify(name);
  const member = elementsOf(text, 0).findLast((one) => one.startsWith(key));
  return member?.slice(key.length).replace(/^\s*:\s*/, "");
}
