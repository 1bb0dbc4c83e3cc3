const ADDRESS = "/maplibre.css";

/** Adds the style sheet of MapLibre's own parts, once, when the first map is opened. */
export function mapStyleSheet(): Promise<void> {
  return new Promise((loaded) => {
    if (document.querySelector(`link[href="${ADDRESS}"]`)) return loaded();
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = ADDRESS;
    // A map without its style sheet is ugly but shows the way, so an error does not stop it.
    link.onload = link.onerror = () => loaded();
    document.head.append(link);
  });
}
