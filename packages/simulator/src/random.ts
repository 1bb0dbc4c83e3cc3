/** Chance that can be repeated: the same seed gives the same numbers for ever. */
export interface Random {
  /** From 0 up to, never reaching, 1. */
  uniform(): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
  /** True with a probability from 0 to 1. */
  chance(probability: number): boolean;
  /** Evenly between two numbers. */
  between(low: number, high: number): number;
  /** One of some, all equally likely. */
  pick<Choice>(choices: readonly [Choice, ...Choice[]]): Choice;
  /** A source of its own that does not depend on how much was drawn from this one. */
  fork(name: string): Random;
}

/** Starts a source from a text. Generator: xorshift128 over four words mixed from the seed. */
export function random(seed: string): Random {
  const state = Uint32Array.from([1, 2, 3, 4], (word) => mix(`${word}:${seed}`));
  const uniform = () => next(state) / 2 ** 32;
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    chance: (probability) => uniform() < probability,
    between: (low, high) => low + uniform() * (high - low),
    pick: (choices) => choices[Math.floor(uniform() * choices.length)] ?? choices[0],
    fork: (name) => random(`${seed}/${name}`),
  };
}

function next(state: Uint32Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = state;
  const spread = a ^ (a << 11);
  const fresh = (d ^ (d >>> 19) ^ spread ^ (spread >>> 8)) >>> 0;
  state.set([b, c, d, fresh]);
  return fresh;
}

/** FNV-1a over the characters, then a finaliser that spreads each bit over all others; never 0. */
function mix(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0 || 1;
}
