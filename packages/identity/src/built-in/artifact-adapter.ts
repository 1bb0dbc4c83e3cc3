import type { ProviderStore, StoredArtifact } from "@zpr/ports";
import { type Adapter, type AdapterPayload, errors } from "oidc-provider";

/** Lets the provider remember one kind of thing in our store. */
export function artifactAdapter(store: ProviderStore, kind: string): Adapter {
  return {
    upsert: (id, payload, expiresIn) =>
      store.upsert(
        { kind, id },
        {
          payload: { ...payload },
          grantId: payload.grantId ?? null,
          userCode: payload.userCode ?? null,
          uid: payload.uid ?? null,
          expiresAt: expiresIn === undefined ? null : new Date(Date.now() + expiresIn * 1000),
        },
      ),
    find: async (id) => toPayload(await store.find({ kind, id })),
    findByUid: async (uid) => toPayload(await store.findBy("uid", kind, uid)),
    findByUserCode: async (code) => toPayload(await store.findBy("userCode", kind, code)),
    async consume(id) {
      // The provider looks before it consumes; of two that looked at once, one must still fail.
      if (!(await store.consume({ kind, id }, new Date())))
        throw new errors.InvalidGrant("already consumed");
    },
    destroy: (id) => store.destroy({ kind, id }),
    revokeByGrantId: (grantId) => store.revokeGrant(kind, grantId),
  };
}

function toPayload(found: StoredArtifact | undefined): AdapterPayload | undefined {
  if (!found) return undefined;
  const consumed = found.consumedAt && Math.floor(found.consumedAt.getTime() / 1000);
  return { ...found.payload, ...(consumed !== null && { consumed }) };
}
