import { CallSummaryError } from '../../../errors.ts';

// Another host, a query, what a proxy might read as a way out, and the API itself, where a GET can change things.
const doubtful = /^\/\/|[\\?#;%\p{Cc}]|\/\.{1,2}(?=\/|$)|^\/openapi(?=\/|$)/iu;
const longest = 1_000;

/**
 * The path of a file, as the PBX named it in `download_resource_url`, ready to follow the address of the PBX. The token
 * will be attached to it, so only a plain path is taken, and a whole address never, not even our own.
 * @throws {CallSummaryError} `pbx_unexpected`
 */
export function downloadPathOf(resource: string, baseUrl: URL): string {
  const isPath = resource.startsWith('/') && resource.length <= longest;
  if (!isPath || doubtful.test(decoded(resource))) throw refused();
  const { origin, pathname } = new URL(resource, baseUrl);
  if (origin !== baseUrl.origin) throw refused();
  return pathname;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw refused();
  }
}

const refused = () => new CallSummaryError('pbx_unexpected', { fault: 'download_resource_url' });
