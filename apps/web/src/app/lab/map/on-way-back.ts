import { inject } from "@angular/core";
import { takeUntilDestroyed } from "@angular/core/rxjs-interop";
import { NavigationEnd, NavigationStart, Router } from "@angular/router";

/** Tells what the address asks for after a step back or forward in the browser's history. */
export function onWayBack(tell: (query: URLSearchParams) => void): void {
  const router = inject(Router);
  let isStep = false;
  router.events.pipe(takeUntilDestroyed()).subscribe((event) => {
    if (event instanceof NavigationStart) isStep = event.navigationTrigger === "popstate";
    if (event instanceof NavigationEnd && isStep)
      tell(new URLSearchParams(event.urlAfterRedirects.split("?")[1]));
  });
}
