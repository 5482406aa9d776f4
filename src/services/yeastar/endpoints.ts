/** What we ask of the PBX, as the vendor's pages name it; `file` is a file that one of the answers has named. */
export const pbxEndpoints = [
  'get_token',
  'refresh_token',
  'del_token',
  'system/information',
  'extension/search',
  'extension/list',
  'cdr/getaisummary',
  'cdr/aidownload',
  'file',
] as const;

export type PbxEndpoint = (typeof pbxEndpoints)[number];

/** A path of the PBX's API: `/openapi/v2.0/cdr/getaisummary`. */
export type ApiPath = `/openapi/v${'1.0' | '2.0'}/${Exclude<PbxEndpoint, 'file'>}`;

const apiPrefix = /^\/openapi\/v\d\.0\//;

/** Which of them a path leads to. What is not of the API is a file: its path is the PBX's own, and no name for anything. */
export function endpointOf(path: string): PbxEndpoint {
  const name = path.replace(apiPrefix, '');
  return pbxEndpoints.find((endpoint) => endpoint === name) ?? 'file';
}
