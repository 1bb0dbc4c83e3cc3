/** Words of PromQL that our expressions use and that are no metric. */
const WORDS = new Set([
  "sum",
  "max",
  "by",
  "rate",
  "increase",
  "changes",
  "histogram_quantile",
  "and",
  "or",
  "unless",
  "offset",
]);

/** Names of the metrics that a PromQL expression asks for. */
export function metricNames(expression: string): readonly string[] {
  const bare = expression
    .replaceAll(/"[^"]*"/g, "")
    .replaceAll(/\{[^}]*\}|\[[^\]]*\]/g, " ")
    .replaceAll(/\bby \([^)]*\)|\boffset \w+/g, " ");
  const names = bare.match(/[a-zA-Z_:][\w:]*/g) ?? [];
  return [...new Set(names.filter((name) => !WORDS.has(name)))];
}
