import type { DateFormat, TimeFormat } from './clock/formats.ts';
import { goodCondition, type PbxCondition } from './condition.ts';
import type { Extension } from './extensions.ts';
import { extensions } from './extensions.ts';
import type { RecordedRequest } from './ledger.ts';
import type { RecentCallsWish } from './recent-calls/wish.ts';
import { allCalls } from './sample-calls/index.ts';
import type { SampleCall } from './sample-calls/sample-call.ts';

/** The certificate the PBX shows, as PEM. `maxVersion` makes it an old PBX that speaks nothing newer. */
export type PbxTls = { key: string; cert: string; maxVersion?: 'TLSv1.1' | 'TLSv1.2' };

/** How a simulated PBX is to behave; everything has a default that matches the vendor's documentation. */
export type PbxOptions = Partial<PbxCondition> & {
  /** Port on 127.0.0.1; 0, the default, takes a free one. */
  port?: number;
  clientId?: string;
  clientSecret?: string;
  /** Given: the PBX speaks https only. */
  tls?: PbxTls;
  extensions?: readonly Extension[];
  calls?: readonly SampleCall[];
  /** Calls of the last days before `now`, made at the start, beside `calls`: how many, or more about them. */
  recentCalls?: number | RecentCallsWish;
  /** The zone of the PBX's wall clock: an offset such as "-05:30", or a name such as "Europe/Lisbon". */
  timeZone?: string;
  /** How the PBX is set to write dates, in its answers and in the times it is asked with. */
  dateFormat?: DateFormat;
  timeFormat?: TimeFormat;
  /** How long an access token really lives, in seconds (Yeastar: authorization-rule page says 1800). */
  tokenLifeSeconds?: number;
  /** How long a refresh token really lives, in seconds (Yeastar: authorization-rule page says 86400). */
  refreshTokenLifeSeconds?: number;
  /** What the `*_expire_time` fields say: the truth, or a number such as 0, -1 or 1e12, or nothing at all. */
  announcedExpireTime?: 'truth' | number | 'absent';
  /** Each new token ends the older ones. Public clients contradict each other on this; the default is no. */
  rotateKillsOldToken?: boolean;
  /** The errcode for an extension id nobody has; undocumented, 60001 or 40002 are likely. */
  unknownExtensionErrcode?: number;
  /** Rows on one page at most, whatever page_size asks for. */
  pageSizeLimit?: number;
  /** Milliseconds since 1970; tests that move time bring their own. */
  now?: () => number;
  /** Told of each request once its connection is through with it. */
  onServed?: (request: RecordedRequest) => void;
};

/** The options with every default filled in; `tls` alone may be missing. */
export type PbxSettings = Required<Omit<PbxOptions, 'tls'>> & { tls: PbxTls | null };

const defaults: PbxSettings = {
  ...goodCondition,
  port: 0,
  clientId: 'simulated-client-id',
  clientSecret: 'simulated-client-secret',
  tls: null,
  extensions,
  calls: allCalls,
  recentCalls: 0,
  // Eight hours ahead of UTC, as in the vendor's examples.
  timeZone: '+08:00',
  dateFormat: 'YYYY/MM/DD',
  timeFormat: 'hh:mm:ss',
  tokenLifeSeconds: 1_800,
  refreshTokenLifeSeconds: 86_400,
  announcedExpireTime: 'truth',
  rotateKillsOldToken: false,
  unknownExtensionErrcode: 60001,
  pageSizeLimit: 10_000,
  now: Date.now,
  onServed: () => undefined,
};

/** Fills in the defaults. */
export function settle(options: PbxOptions): PbxSettings {
  return { ...defaults, ...options };
}
