const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** HTML that shows the public page of a study in a page of others. */
export function embedLines(
  { id, name }: { readonly id: number; readonly name: string },
  origin: string,
): string {
  const title = name.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");
  return `<iframe src="${origin}/study/${id}/embed" title="${title}" width="100%" height="520" style="border:0" loading="lazy"></iframe>`;
}
