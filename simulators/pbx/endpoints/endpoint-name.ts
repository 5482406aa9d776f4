/** The interfaces this PBX has. */
export type EndpointName =
  | 'get_token'
  | 'refresh_token'
  | 'del_token'
  | 'extension/search'
  | 'extension/list'
  | 'system/information'
  | 'cdr/getaisummary'
  | 'cdr/aidownload'
  | 'api/download';
