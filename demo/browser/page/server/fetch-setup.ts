import type { Setup } from '../../contract.ts';

/** Gives what stays the same while the demo runs. @throws where the demo is not there */
export async function fetchSetup(): Promise<Setup> {
  const response = await fetch('/setup');
  return await response.json();
}
