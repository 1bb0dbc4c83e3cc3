import type { PhotoRegion } from "@zpr/model";
import type { Change, ObjectStore, PictureMaker, SightingStore, StoredPhoto } from "@zpr/ports";
import { ProblemError } from "../problem.ts";

interface Asked {
  /** Of the decision. */
  readonly id: string;
  readonly n: number;
  readonly hidden?: boolean;
  readonly public?: boolean;
  readonly blur?: readonly PhotoRegion[];
}

interface Ports {
  readonly sightingStore: SightingStore;
  readonly objectStore: ObjectStore;
  readonly pictureMaker: PictureMaker;
}

type Changes = Extract<Change, { readonly kind: "photo" }>["changes"];

/** What somebody wants of a photo, with its blurred picture made and kept. */
export async function photoChanges(
  sightingId: string,
  { id, n, ...asked }: Asked,
  ports: Ports,
): Promise<Changes> {
  const photo = await ports.sightingStore.findPhoto(sightingId, n);
  if (!photo?.size) throw new ProblemError("not-found", { detail: "there is no such photo" });
  return {
    ...(asked.hidden !== undefined && { hidden: asked.hidden }),
    ...(asked.public !== undefined && { public: asked.public }),
    ...(asked.blur && {
      blur: asked.blur,
      shownKey: await blurred(photo, asked.blur, { id, ...ports }),
    }),
  };
}

/** Each decision has a picture of its own, so that an earlier one can be shown again. */
async function blurred(
  { sightingId, n, objectKey }: StoredPhoto,
  regions: readonly PhotoRegion[],
  { id, objectStore, pictureMaker }: Omit<Ports, "sightingStore"> & { readonly id: string },
): Promise<string | null> {
  if (regions.length === 0) return null;
  const jpeg = await objectStore.get(objectKey);
  if (!jpeg) throw new ProblemError("not-found", { detail: "there is no such photo" });
  const key = `sightings/${sightingId}/${n}-${id}.jpg`;
  await objectStore.put(key, await pictureMaker.blur(jpeg, regions));
  return key;
}
