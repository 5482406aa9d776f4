/** Chance that is the same for the same seed: numbers from 0 up to, not including, 1 (Lehmer's generator). */
export function createChance(seed: number): () => number {
  const modulus = 2 ** 31 - 1;
  let state = 1 + (Math.abs(Math.trunc(seed)) % (modulus - 1));
  const next = () => {
    state = (state * 48_271) % modulus;
    return (state - 1) / (modulus - 1);
  };
  // The first numbers of neighbouring seeds are neighbours too.
  for (let warmUp = 0; warmUp < 5; warmUp += 1) next();
  return next;
}

/** One of the choices. */
export function pick<Choice>(choices: readonly [Choice, ...Choice[]], chance: () => number): Choice {
  return choices[Math.floor(chance() * choices.length)] ?? choices[0];
}
