import { type EnvironmentProviders, provideZonelessChangeDetection } from "@angular/core";
import { provideMessages } from "./kit/messages.ts";

/** What both halves start with. */
export const commonProviders: readonly EnvironmentProviders[] = [
  provideZonelessChangeDetection(),
  provideMessages(),
];
