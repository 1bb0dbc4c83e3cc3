import { ChangeDetectionStrategy, Component } from "@angular/core";
import { RouterLink, RouterLinkActive } from "@angular/router";
import { TranslocoPipe } from "@jsverse/transloco";

const TABS = [
  { name: "items", path: "/lab/items" },
  { name: "releases", path: "/lab/releases" },
  { name: "types", path: "/lab/item-types" },
  { name: "import", path: "/lab/import" },
  { name: "jobs", path: "/lab/jobs" },
] as const;

/** The pages about items: one place in the frame, and a row of tabs. */
@Component({
  selector: "zpr-items-tabs",
  imports: [RouterLink, RouterLinkActive, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styleUrl: "../study/study-page.css",
  template: `
    <nav class="tabs" [attr.aria-label]="'lab.items.tabsLabel' | transloco">
      @for (tab of tabs; track tab.name) {
        <a
          [routerLink]="tab.path"
          queryParamsHandling="merge"
          routerLinkActive="here"
          ariaCurrentWhenActive="page"
          >{{ "lab.items.tabs." + tab.name | transloco }}</a
        >
      }
    </nav>
  `,
})
export class ItemsTabs {
  protected readonly tabs = TABS;
}
