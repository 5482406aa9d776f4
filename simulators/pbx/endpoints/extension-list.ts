import { answerPage } from '../directory-page.ts';
import { extensionRow } from '../extensions.ts';
import type { Endpoint } from './endpoint.ts';

/** All extensions, page by page (Yeastar: query-extension-list page). */
export const extensionList: Endpoint = {
  version: 'v1.0',
  method: 'GET',
  needsToken: true,
  answer: ({ query }, { settings, directory }) =>
    answerPage(directory.extensions.map(extensionRow), query, settings.pageSizeLimit),
};
