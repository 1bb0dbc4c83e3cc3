/** What the public page of a study adds to the look of our pages: it is wide, and has a map. */
export const STUDY_STYLE = `
body:not(.embedded) { grid-template: 6.5rem 1fr / 1fr; }
main { justify-content: flex-start; padding-block-start: 1.75rem; }
.sheet { max-width: 72rem; }
.study { display: grid; gap: 2rem; }
.study h2 { margin: 0 0 .6rem; font-size: 1.3rem; line-height: 1.25; }
.study section > * + * { margin-block-start: .6rem; }
.made-up { padding: .5rem .85rem; border: 2px dashed var(--edge); border-radius: 12px; font-weight: 700; }
.counters { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .75rem 1.5rem; margin: 0; }
.counters div { display: flex; flex-direction: column-reverse; }
.counters dt { color: var(--soft); line-height: 1.3; }
.counters dd { margin: 0; font-size: 1.9rem; font-weight: 700; line-height: 1.15; }
.study-map { position: relative; height: min(70vh, 34rem); min-height: 18rem; background: var(--surface); border: 2px solid var(--edge); border-radius: 12px; overflow: hidden; }
.study-map .state { padding: 1rem; }
.study-map .maplibregl-ctrl-group button { width: 44px; height: 44px; }
.study-map .maplibregl-ctrl-attrib a { color: #17567a; }
.study-map .maplibregl-ctrl-attrib { color: #0b1f2a; }
.study-map .maplibregl-popup-content { color: #0b1f2a; padding: .5rem 1rem; }
.study-map .maplibregl-popup-content a { color: #17567a; display: inline-flex; align-items: center; min-height: 44px; font-size: 1rem; }
.legend { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; padding: 0; list-style: none; color: var(--soft); }
.legend li { display: inline-flex; align-items: center; gap: .4rem; }
.legend svg { width: 1.4rem; height: 1.4rem; }
.small { color: var(--soft); font-size: .9375rem; }
details > summary { min-height: 44px; display: flex; align-items: center; cursor: pointer; font-weight: 700; }
details > summary::before { content: "▸"; margin-inline-end: .5rem; }
details[open] > summary::before { content: "▾"; }
.scrolls { overflow: auto; max-height: 24rem; }
.latest { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1rem; padding: 0; list-style: none; }
.latest li { display: grid; align-content: start; background: var(--surface); border: 2px solid var(--edge); border-radius: 12px; overflow: hidden; }
.latest img { display: block; width: 100%; height: 11rem; object-fit: cover; }
.latest div { padding: .6rem 1rem; }
.latest a { display: inline-flex; align-items: center; min-height: 44px; }
.find { display: grid; gap: .6rem; max-width: 44rem; }
.find .actions { justify-items: start; margin-block-start: .6rem; }
.embedded { display: flex; flex-direction: column; gap: .5rem; padding: .75rem; min-height: 100dvh; }
.embedded h1 { font-size: 1.2rem; margin: 0; }
.embedded .study-map { flex: 1; height: auto; min-height: 12rem; }
.embedded .counters { grid-template-columns: repeat(auto-fit, minmax(6.5rem, 1fr)); gap: .25rem 1rem; }
.embedded .counters dd { font-size: 1.25rem; }
.embedded .counters dt { font-size: .875rem; }
@media (min-width: 56rem) { main { padding: 2.5rem 3rem 2rem; } .brand { inset-block-start: 1.5rem; } }
`;
