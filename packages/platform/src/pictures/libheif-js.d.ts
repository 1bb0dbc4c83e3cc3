/** As much of libheif in WebAssembly as we use; its own types name no module. */
declare module "libheif-js/wasm-bundle.js" {
  interface HeifImage {
    get_width(): number;
    get_height(): number;
    is_primary(): number | boolean;
    /** Fills `data` with RGBA, turned upright; calls back with null when it cannot. */
    display(
      picture: {
        readonly data: Uint8ClampedArray;
        readonly width: number;
        readonly height: number;
      },
      done: (filled: object | null) => void,
    ): void;
  }
  const libheif: {
    readonly HeifDecoder: new () => { decode(bytes: Uint8Array): readonly HeifImage[] };
  };
  export = libheif;
}
