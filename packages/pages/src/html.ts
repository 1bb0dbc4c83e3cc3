/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

type Value = string | number | undefined | Html | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A piece of a page. Values are escaped unless they are HTML themselves; `undefined` is nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: parts.map((part, index) => part + written(values[index])).join("") };
}

/** HTML that comes from elsewhere and is known to be safe. */
export function trusted(text: string): Html {
  return { html: text };
}

function written(value: Value): string {
  if (value === undefined) return "";
  if (typeof value === "string" || typeof value === "number")
    return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
  return "html" in value ? value.html : value.map(written).join("");
}
