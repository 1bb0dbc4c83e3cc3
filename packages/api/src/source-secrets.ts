type Settings = Readonly<Record<string, unknown>>;

/** Shown in place of a secret; sent back it leaves the secret as it is. */
const MASK = "********";

const SECRET = /key|password|secret|token/i;

/** Settings as they may be shown: no keys, no passwords, none inside a URL either. */
export function masked(settings: Settings): Settings {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, maskedValue(name, value)]),
  );
}

/** Settings to keep: what was sent, with the secrets there were where they came back masked; null removes one. */
export function unmasked(sent: Settings, known: Settings): Settings {
  return Object.fromEntries(
    Object.entries({ ...known, ...sent })
      .filter(([, value]) => value !== null)
      .map(([name, value]) => {
        const isMasked =
          value === MASK || (typeof value === "string" && value.includes(`:${MASK}@`));
        return [name, isMasked ? known[name] : value];
      })
      .filter(([, value]) => value !== undefined),
  );
}

/** Secrets that would go to another address than the one they were given for; they have to be given anew. */
export function movedSecrets(sent: Settings, known: Settings): readonly string[] {
  const hasMoved = Object.entries(sent).some(
    ([name, value]) =>
      typeof value === "string" && value.includes("://") && masked(known)[name] !== value,
  );
  if (!hasMoved) return [];
  const kept = { ...unmasked(sent, known) };
  return Object.keys(kept).filter(
    (name) => maskedValue(name, kept[name]) !== kept[name] && kept[name] === known[name],
  );
}

function maskedValue(name: string, value: unknown): unknown {
  if (typeof value !== "string" || value === "") return value;
  if (SECRET.test(name)) return MASK;
  return value.replace(/^([a-z][a-z0-9+.-]*:\/\/[^/@:]*):[^/@]*@/i, `$1:${MASK}@`);
}
