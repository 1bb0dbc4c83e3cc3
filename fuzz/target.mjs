/** What Jazzer.js calls with one input after another; `ZPR_FUZZ` names the kind of tracker. */
import { checkInput } from "./fuzz-input.ts";

export const fuzz = checkInput(process.env.ZPR_FUZZ ?? "");
