import type { Routes } from "@angular/router";
import { provideTranslocoScope } from "@jsverse/transloco";
import { LabPage } from "./lab-page.ts";

/** Pages of researchers, under `/lab`. */
export const labRoutes: Routes = [
  { path: "", component: LabPage, providers: [provideTranslocoScope("lab")] },
];
