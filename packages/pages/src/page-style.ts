import { createHash } from "node:crypto";

/** The look of the pages that the server itself renders: one sheet for all. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --yellow: #e4ff1a; --yellow-pressed: #cbe600; --ink: #0b1f2a;
  --paper: #f6f7f3; --surface: #fff; --text: #0b1f2a; --soft: #465963; --edge: #6f7f88;
  --link: #17567a; --focus: #0f5f8c;
  --warn-text: #8f3d00; --warn-surface: #fff1e0; --warn-edge: #e07a12;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0d1d26; --surface: #13303e; --text: #f1f5f4; --soft: #b7c6cd; --edge: #8aa0ab;
    --link: #a8d5ec; --focus: #e4ff1a;
    --warn-text: #ffd3a3; --warn-surface: #3d2608; --warn-edge: #f08a24;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; min-height: 100dvh; display: grid; grid-template-rows: 11rem 1fr;
  background: var(--paper); color: var(--text);
  font: 1.0625rem/1.5 "Atkinson Hyperlegible Next", "Atkinson Hyperlegible", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
}
.scene { position: relative; overflow: hidden; background: var(--ink); }
.scene svg { position: absolute; inset: 0; width: 100%; height: 100%; }
.brand {
  position: absolute; inset-block-start: 1rem; inset-inline-start: 1.25rem; z-index: 1;
  display: inline-flex; align-items: center; gap: .6rem; min-height: 44px;
  color: #fff; font-weight: 700; text-decoration: none;
}
.brand svg { position: static; width: 1.75rem; height: 1.75rem; }
main { display: flex; flex-direction: column; gap: 2rem; padding: 1.75rem 1.25rem 1.5rem; }
.sheet { width: 100%; max-width: 26rem; margin: 0 auto; }
h1 { margin: 0 0 .5rem; font-size: clamp(1.9rem, 1.5rem + 2vw, 2.6rem); line-height: 1.1; letter-spacing: -.015em; text-wrap: balance; }
p { margin: 0; text-wrap: pretty; }
.lead { color: var(--soft); margin-block-end: 1.5rem; }
form { display: grid; gap: 1.1rem; }
.field { display: grid; gap: .35rem; }
label { font-weight: 700; }
input, textarea {
  font: inherit; color: inherit; width: 100%; min-height: 52px; padding: .6rem .85rem;
  background: var(--surface); border: 2px solid var(--edge); border-radius: 12px;
}
input[aria-invalid="true"] { border-color: var(--warn-edge); }
textarea { resize: vertical; }
blockquote { margin: 0; padding-left: 1rem; border-left: 4px solid var(--edge); white-space: pre-line; overflow-wrap: anywhere; margin-block-end: 1.25rem; }
.hint { font-size: .9375rem; color: var(--soft); }
.problem {
  display: flex; gap: .65rem; margin-block-end: 1.25rem; padding: .8rem 1rem;
  background: var(--warn-surface); color: var(--warn-text);
  border: 2px solid var(--warn-edge); border-radius: 12px;
}
.problem svg { flex: none; width: 1.5rem; height: 1.5rem; }
.action {
  display: inline-flex; align-items: center; justify-content: center;
  font: inherit; font-weight: 700; min-height: 56px; padding: .7rem 1.4rem; cursor: pointer;
  background: var(--yellow); color: #0b1f2a; border: 2px solid #0b1f2a; border-radius: 14px;
  text-decoration: none; text-align: center;
}
.action:hover, .action:active { background: var(--yellow-pressed); }
.actions { display: grid; gap: .75rem; justify-items: stretch; }
a { color: var(--link); text-underline-offset: .18em; }
.quiet { display: inline-flex; align-items: center; justify-content: center; min-height: 44px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; }
.scene :focus-visible { outline-color: var(--yellow); }
footer { margin-block-start: auto; display: grid; gap: .5rem; }
.aside { color: var(--soft); font-size: .9375rem; padding-block-start: 1.1rem; border-block-start: 1px solid var(--edge); }
.languages { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; padding: 0; list-style: none; font-size: .9375rem; }
.languages a, .languages span { display: inline-flex; align-items: center; min-height: 44px; }
.languages [aria-current] { font-weight: 700; }
.prose { margin-block-end: 1.75rem; }
.prose > * { margin-block: .6rem 0; }
.prose h2 { margin-block: 1.6rem 0; font-size: 1.3rem; line-height: 1.25; }
.prose h2:first-child { margin-block-start: 0; }
.prose ol, .prose ul { display: grid; gap: .5rem; padding-inline-start: 1.4rem; }
.own { white-space: pre-line; }
code { font-size: .9375rem; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .5rem .75rem .5rem 0; text-align: start; vertical-align: top; border-block-end: 1px solid var(--edge); }
@media (min-width: 56rem) {
  body { grid-template: 1fr / minmax(24rem, 5fr) 6fr; }
  main { padding: 4rem 3rem 2rem; justify-content: center; }
  footer { margin-block-start: 0; }
  .brand { inset-block-start: 2rem; inset-inline-start: 2.25rem; font-size: 1.2rem; }
}
`;

/** The source expression that lets a sheet, and no other, apply under a content security policy. */
export function styleSource(sheet: string): string {
  return `'sha256-${createHash("sha256").update(sheet).digest("base64")}'`;
}
