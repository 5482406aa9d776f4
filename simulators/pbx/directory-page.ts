import type { PbxAnswer } from './answer.ts';
import { refuseParameter, succeed } from './answer.ts';
import type { ExtensionRow } from './extensions.ts';

/** The columns the vendor lets one sort by (Yeastar: search-specific-extensions page). */
const sortColumns = ['id', 'number', 'caller_id_name', 'email_addr', 'mobile_number', 'presence_status'] as const;

/** Page size when none is asked for: the vendor's example uses 20. */
const usualPageSize = 20;

type Paging = { page: number; pageSize: number; column: (typeof sortColumns)[number]; order: 'asc' | 'desc' };

/** Sorts the rows and answers the page the query asks for; `total_number` counts every row, not the page's. */
export function answerPage(rows: readonly ExtensionRow[], query: URLSearchParams, pageSizeLimit: number): PbxAnswer {
  const paging = readPaging(query);
  if ('errcode' in paging) return paging;
  const rowsPerPage = Math.min(paging.pageSize, pageSizeLimit);
  const start = (paging.page - 1) * rowsPerPage;
  return succeed({ total_number: rows.length, data: sortRows(rows, paging).slice(start, start + rowsPerPage) });
}

function readPaging(query: URLSearchParams): Paging | PbxAnswer {
  const page = naturalNumber(query.get('page') ?? '1');
  const pageSize = naturalNumber(query.get('page_size') ?? String(usualPageSize));
  const column = sortColumns.find((name) => name === (query.get('sort_by') ?? 'id'));
  const order = query.get('order_by') ?? 'asc';
  if (page === null) return refuseParameter('page', 'invalid');
  if (pageSize === null) return refuseParameter('page_size', 'invalid');
  if (column === undefined) return refuseParameter('sort_by', 'invalid');
  if (order !== 'asc' && order !== 'desc') return refuseParameter('order_by', 'invalid');
  return { page, pageSize, column, order };
}

/** Reads a whole number from 1 up, written in digits only; anything else is null. */
export function naturalNumber(text: string): number | null {
  return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null;
}

function sortRows(rows: readonly ExtensionRow[], { column, order }: Paging) {
  const sign = order === 'asc' ? 1 : -1;
  const compare = (a: ExtensionRow, b: ExtensionRow) =>
    sign * String(a[column]).localeCompare(String(b[column]), 'en', { numeric: true });
  return rows.toSorted(compare);
}
