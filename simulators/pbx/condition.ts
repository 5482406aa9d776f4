import type { EndpointName } from './endpoints/endpoint-name.ts';

/** What a firmware without API v2.0 may answer to it; which one is documented nowhere, and each was seen or is likely. */
export type MissingVersionErrcode = 10001 | 10003 | -2;

/** How a PBX is equipped and set up: what its administrator, its vendor or time can change while it runs. */
export type PbxCondition = {
  /** As `system/information` says it: the edition, then the version. */
  firmwareVersion: string;
  modelName: string;
  /** What it answers to API v2.0; null where its firmware has it. */
  missingV2: MissingVersionErrcode | null;
  /** False: the API is switched off, or not in the plan (70123). */
  isApiAvailable: boolean;
  /** False: the list of allowed addresses is in use, and the client's is not on it (70087). */
  isAddressAllowed: boolean;
  /** Interfaces for which the API client lacks the permission (10005). */
  deniedEndpoints: readonly EndpointName[];
  /** How far its clock is ahead of the machine's, in milliseconds; negative where it is behind. */
  clockAheadMs: number;
};

/** A PBX with all that is needed. */
export const goodCondition: PbxCondition = {
  firmwareVersion: '83.23.0.123',
  modelName: 'P-Series Software Edition',
  missingV2: null,
  isApiAvailable: true,
  isAddressAllowed: true,
  deniedEndpoints: [],
  clockAheadMs: 0,
};
