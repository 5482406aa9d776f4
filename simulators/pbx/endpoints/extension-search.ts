import { refuseParameter } from '../answer.ts';
import { answerPage } from '../directory-page.ts';
import type { ExtensionRow } from '../extensions.ts';
import { extensionRow } from '../extensions.ts';
import type { Endpoint } from './endpoint.ts';

/** Find extensions by keyword (Yeastar: search-specific-extensions page). */
export const extensionSearch: Endpoint = {
  version: 'v1.0',
  method: 'GET',
  needsToken: true,
  answer: ({ query }, { settings, directory }) => {
    const keyword = query.get('search_value');
    if (!keyword) return refuseParameter('search_value', 'required');
    const rows = directory.extensions.map(extensionRow).filter((row) => matches(row, keyword.toLowerCase()));
    return answerPage(rows, query, settings.pageSizeLimit);
  },
};

/** The keyword is looked for anywhere in any of these columns, so a search for a number finds more than that number. */
function matches(
  { number, caller_id_name: name, email_addr: email, mobile_number: mobile }: ExtensionRow,
  keyword: string,
) {
  return [number, name, email, mobile].some((column) => column.toLowerCase().includes(keyword));
}
