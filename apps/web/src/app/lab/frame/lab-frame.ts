import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  ViewEncapsulation,
} from "@angular/core";
import { toSignal } from "@angular/core/rxjs-interop";
import { ActivatedRoute, Router, RouterLink, RouterOutlet } from "@angular/router";
import { IonIcon } from "@ionic/angular/ion-icon";
import { IonSpinner } from "@ionic/angular/ion-spinner";
import { TranslocoPipe } from "@jsverse/transloco";
import {
  eyeOutline,
  flaskOutline,
  mapOutline,
  navigateOutline,
  peopleOutline,
  pricetagOutline,
  radioOutline,
} from "ionicons/icons";
import { map } from "rxjs";
import { LocalePicker } from "../../kit/locale-picker.ts";
import { PluralPipe } from "../../kit/plural.ts";
import { Sign } from "../../kit/sign.ts";
import { Live } from "../live.ts";
import { ReleaseQueue } from "../release/release-queue.ts";
import { StudyData } from "../study-data.ts";
import { NewStudy } from "./new-study.ts";
import { Screen } from "./screen.ts";
import { chosenStudy, rememberStudy } from "./study-choice.ts";
import { UserMenu } from "./user-menu.ts";
import { UtcSwitch } from "./utc-switch.ts";

interface Place {
  readonly path: string;
  /** Also the key of its message. */
  readonly name: string;
  readonly icon: string;
  /** Other pages that belong to it. */
  readonly also?: readonly string[];
}

const PLACES: readonly Place[] = [
  { path: "/lab/map", name: "map", icon: mapOutline },
  { path: "/lab/release", name: "release", icon: navigateOutline },
  { path: "/lab/trackers", name: "trackers", icon: radioOutline },
  {
    path: "/lab/items",
    name: "items",
    icon: pricetagOutline,
    also: ["/lab/releases", "/lab/item-types", "/lab/import", "/lab/jobs"],
  },
  { path: "/lab/sightings", name: "sightings", icon: eyeOutline },
  { path: "/lab/study", name: "settings", icon: peopleOutline },
];

/** The frame of the lab's pages: which study, where to go, whether what is shown is live. */
@Component({
  selector: "zpr-lab-frame",
  imports: [
    IonIcon,
    IonSpinner,
    LocalePicker,
    NewStudy,
    PluralPipe,
    RouterLink,
    RouterOutlet,
    Sign,
    TranslocoPipe,
    UserMenu,
    UtcSwitch,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  // Tables, cards and empty states of all pages look alike: their classes start with "l-".
  encapsulation: ViewEncapsulation.None,
  templateUrl: "./lab-frame.html",
  styleUrls: [
    "./lab-frame.css",
    "./lab-parts.css",
    "./lab-table.css",
    "./ionic.css",
    "./print.css",
  ],
})
export class LabFrame {
  readonly #router = inject(Router);
  readonly #asked = toSignal(inject(ActivatedRoute).queryParamMap);
  readonly #address = toSignal(this.#router.events.pipe(map(() => this.#router.url)), {
    initialValue: this.#router.url,
  });
  protected readonly data = inject(StudyData);
  protected readonly live = inject(Live);
  protected readonly screen = inject(Screen);
  protected readonly places = PLACES;
  protected readonly flask = flaskOutline;

  /** The place of the page that is open. */
  protected readonly here = computed(() => {
    const path = this.#address().split("?")[0] ?? "";
    const isIn = (root: string) => path === root || path.startsWith(`${root}/`);
    return PLACES.find(({ path: own, also = [] }) => [own, ...also].some(isIn));
  });
  readonly #chosen = computed(() =>
    chosenStudy(this.data.studies() ?? [], Number(this.#asked()?.get("study"))),
  );

  constructor() {
    // Releases that wait on this phone go out whatever page of the lab is open.
    inject(ReleaseQueue);
    void this.data.start();
    effect(() => {
      const chosen = this.#chosen();
      if (chosen === undefined) return;
      void this.data.choose(chosen);
      if (this.#asked()?.get("study") !== String(chosen)) void this.#show(chosen, true);
    });
  }

  protected choose({ target }: Event): void {
    const study = Number((target as HTMLSelectElement).value);
    rememberStudy(study);
    void this.#show(study, false);
  }

  #show(study: number, replaceUrl: boolean): Promise<boolean> {
    return this.#router.navigate([], {
      queryParams: { study },
      queryParamsHandling: "merge",
      replaceUrl,
    });
  }
}
