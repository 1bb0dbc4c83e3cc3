import { type ItemCode, parseItemCode } from "@zpr/model";

/** The pages of the finder's half, with what their address says. */
export type FinderPage =
  | { readonly kind: "home"; readonly mistyped: string }
  | { readonly kind: "item"; readonly code: ItemCode }
  | { readonly kind: "privacy" }
  | { readonly kind: "found"; readonly report: string; readonly code: ItemCode | undefined };

/** The page at an address; nothing where another part of the product answers. */
export function finderPage({ pathname, searchParams }: URL): FinderPage | undefined {
  const [first = "", ...others] = pathname.split("/").filter((part) => part !== "");
  if (others.length > 0 || first === "lab" || first.includes(".")) return undefined;
  if (first === "found")
    return {
      kind: "found",
      report: searchParams.get("report") ?? "",
      code: parseItemCode(searchParams.get("code") ?? ""),
    };
  if (first === "privacy") return { kind: "privacy" };
  const typed = decoded(first);
  const code = parseItemCode(typed);
  return code ? { kind: "item", code } : { kind: "home", mistyped: typed };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
