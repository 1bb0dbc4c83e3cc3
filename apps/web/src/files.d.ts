/** Files served as they are: `import url from "..." with { loader: "file" }` gives their address. */
declare module "maplibre-gl/dist/maplibre-gl-worker.mjs" {
  const url: string;
  export = url;
}

/** The smaller build of exifr, which its own types do not name. */
declare module "exifr/dist/lite.esm.mjs" {
  export { gps } from "exifr";
}
