import assert from 'node:assert/strict';
import type { Scene } from './scene.ts';

/** Makes sure that the audit log is whole, as its own command sees it. */
export async function auditIsWhole({ administers }: Scene): Promise<void> {
  const { code, said } = await administers('src/audit/main.ts --verify');
  assert.equal(code, 0, said);
}

/** Tokens asked for so far, in either way. */
export const tokenRequests = ({ pbx }: Scene): number => pbx.count('get_token') + pbx.count('refresh_token');
