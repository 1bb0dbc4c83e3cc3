/** Files served as they are: `import url from "..." with { loader: "file" }` gives their address. */
declare module "maplibre-gl/dist/maplibre-gl-worker.mjs" {
  const url: string;
  export = url;
}
