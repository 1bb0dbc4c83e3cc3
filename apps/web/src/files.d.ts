/** Files served as they are: `import url from "..." with { loader: "file" }` gives their address. */
declare module "maplibre-gl/dist/maplibre-gl-worker.mjs" {
  const url: string;
  // biome-ignore lint/style/noDefaultExport: this is how the bundler hands out an address
  export default url;
}
