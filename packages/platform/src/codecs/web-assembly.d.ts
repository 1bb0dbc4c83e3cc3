/** As much of WebAssembly as we name ourselves; its types come with those of browsers only. */
declare namespace WebAssembly {
  class Memory {
    constructor(pages: { readonly initial: number; readonly maximum: number });
  }
}
