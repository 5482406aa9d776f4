import type { Endpoint } from './endpoint.ts';

/** Fetch a file the PBX has offered: outside the API's own paths, yet with its token. */
export const apiDownload: Endpoint = {
  version: '',
  method: 'GET',
  needsToken: true,
  answer: ({ path }, pbx) => pbx.downloads.find(path),
};
