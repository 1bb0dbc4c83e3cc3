import { trusted } from "./html.ts";

/** A fluorescent bottle drifting down a river at night; decoration. */
export const SCENE =
  trusted(`<svg viewBox="0 0 600 900" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
<rect width="600" height="900" fill="#0b1f2a"/>
<path d="M-60 330C120 250 190 470 350 400S520 300 680 350V960H-60Z" fill="#0f3b54"/>
<path d="M118 432C180 448 225 508 292 506" fill="none" stroke="#e4ff1a" stroke-width="5" stroke-linecap="round" stroke-dasharray="1 16"/>
<circle cx="110" cy="430" r="9" fill="#0b1f2a" stroke="#e4ff1a" stroke-width="5"/>
<g transform="translate(352 508) rotate(-20)">
<rect x="-52" y="-27" width="90" height="54" rx="17" fill="#e4ff1a" stroke="#0b1f2a" stroke-width="5"/>
<path d="M38-15h20v30H38" fill="#e4ff1a" stroke="#0b1f2a" stroke-width="5" stroke-linejoin="round"/>
<rect x="58" y="-13" width="16" height="26" rx="4" fill="#fff" stroke="#0b1f2a" stroke-width="5"/>
<path d="M-27-27v54M-4-27v54" stroke="#0b1f2a" stroke-width="4"/>
</g>
<path d="M-60 470C110 400 210 590 360 520S540 440 680 480V960H-60Z" fill="#1d5f83"/>
<path d="M-60 640C120 570 220 740 370 680S550 610 680 640V960H-60Z" fill="#4a8db1"/>
<path d="M-60 800C120 740 240 880 390 830S560 770 680 790V960H-60Z" fill="#9cc5da"/>
</svg>`);

/** The mark of the product beside its name. */
export const MARK = trusted(`<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
<circle cx="16" cy="16" r="15" fill="#e4ff1a"/>
<path d="M5 19c4-3 7 3 11 0s7 3 11 0M8 24c3-2 5 2 8 0s5 2 8 0" fill="none" stroke="#0b1f2a" stroke-width="2.6" stroke-linecap="round"/>
<rect x="9" y="8" width="11" height="7" rx="2.4" fill="#0b1f2a" transform="rotate(-18 15 11)"/>
</svg>`);

/** A warning sign. */
export const WARNING = trusted(`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
<path d="M12 3 22 20H2Z" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linejoin="round"/>
<path d="M12 10v5M12 17.6v.2" stroke="currentColor" stroke-width="2.4" stroke-linecap="round"/>
</svg>`);
