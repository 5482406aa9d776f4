/** Does work for every name, so many names at a time, and gives what came of each in the order of the names. */
export async function inLanes<Result>(
  lanes: number,
  names: readonly string[],
  work: (name: string) => Promise<Result>,
): Promise<Map<string, Result>> {
  const results: [name: string, result: Result][] = [];
  const left = names.entries();
  const lane = async () => {
    for (const [index, name] of left) results[index] = [name, await work(name)];
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return new Map(results);
}
