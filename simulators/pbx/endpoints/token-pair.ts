import type { PbxAnswer } from '../answer.ts';
import { refuse, succeed } from '../answer.ts';
import type { PbxSettings } from '../options.ts';
import type { TokenPair } from '../tokens.ts';

/** What get_token and refresh_token both answer: a pair, or 60002 with eight live tokens, or 10004. */
export function answerPair(pair: TokenPair | 'unknown' | 'full', settings: PbxSettings): PbxAnswer {
  if (pair === 'full') return refuse(60002);
  if (pair === 'unknown') return refuse(10004);
  return succeed({
    ...expireTime('access_token_expire_time', settings.tokenLifeSeconds, settings),
    access_token: pair.access,
    ...expireTime('refresh_token_expire_time', settings.refreshTokenLifeSeconds, settings),
    refresh_token: pair.refresh,
  });
}

function expireTime(field: string, truth: number, { announcedExpireTime }: PbxSettings): Record<string, number> {
  if (announcedExpireTime === 'absent') return {};
  return { [field]: announcedExpireTime === 'truth' ? truth : announcedExpireTime };
}
