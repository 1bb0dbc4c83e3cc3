import { parseXml, XmlElement, XmlError, XmlText } from "@rgrove/parse-xml";

const LONGEST_WORDS = 100;

/**
 * The root element of a document, with the places of all in the text, or why there is none. A
 * document type is refused: none of the services sends one, and it could only do harm.
 */
export function xmlRoot(text: string): XmlElement | { readonly reason: string } {
  if (text.includes("<!DOCTYPE")) return { reason: "XML with a document type" };
  try {
    const { root } = parseXml(text, { includeOffsets: true });
    return root ?? { reason: "XML without a root" };
  } catch (error) {
    if (error instanceof XmlError) return { reason: `broken XML: ${shortly(error.message)}` };
    // The parser goes down as deep as the document does.
    if (error instanceof RangeError) return { reason: "XML nested too deep" };
    throw error;
  }
}

/** Without the place, behind which the parser shows what stands there. */
function shortly(message: string): string {
  return message.split(" (line")[0]?.slice(0, LONGEST_WORDS) ?? "";
}

/** The name of an element as people write it, cut where it grows too long. */
export function tagOf(element: XmlElement): string {
  return `<${nameOf(element).slice(0, LONGEST_WORDS)}>`;
}

/** The name of an element, without the prefix of a namespace. */
export function nameOf({ name }: XmlElement): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The elements right inside another, of one name or all. */
export function elementsIn(element: XmlElement, name?: string): readonly XmlElement[] {
  return element.children
    .filter((child) => child instanceof XmlElement)
    .filter((child) => name === undefined || nameOf(child) === name);
}

/** The texts of the elements right inside another, by their names. What stands deeper is left out. */
export function textsIn(element: XmlElement): Readonly<Record<string, string>> {
  return Object.fromEntries(elementsIn(element).map((child) => [nameOf(child), ownText(child)]));
}

/** The text right inside an element. */
export function ownText({ children }: XmlElement): string {
  return children
    .filter((child) => child instanceof XmlText)
    .map(({ text }) => text)
    .join("")
    .trim();
}
