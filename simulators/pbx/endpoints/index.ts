import { aiDownload } from './ai-download.ts';
import { apiDownload } from './api-download.ts';
import { delToken } from './del-token.ts';
import type { Endpoint } from './endpoint.ts';
import type { EndpointName } from './endpoint-name.ts';
import { extensionList } from './extension-list.ts';
import { extensionSearch } from './extension-search.ts';
import { getAiSummary } from './get-ai-summary.ts';
import { getToken } from './get-token.ts';
import { refreshToken } from './refresh-token.ts';
import { systemInformation } from './system-information.ts';

const endpoints: Record<EndpointName, Endpoint> = {
  get_token: getToken,
  refresh_token: refreshToken,
  del_token: delToken,
  'extension/search': extensionSearch,
  'extension/list': extensionList,
  'system/information': systemInformation,
  'cdr/getaisummary': getAiSummary,
  'cdr/aidownload': aiDownload,
  'api/download': apiDownload,
};

/** The names of all interfaces of this PBX. */
export const endpointNames = Object.keys(endpoints);

/** Tells an interface's name from any other text. */
export function isEndpointName(name: string): name is EndpointName {
  return Object.hasOwn(endpoints, name);
}

/** The interface of that name, if there is one. */
export function findEndpoint(name: string): Endpoint | undefined {
  return isEndpointName(name) ? endpoints[name] : undefined;
}
