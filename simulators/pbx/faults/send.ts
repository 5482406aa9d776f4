import type { ServerResponse } from 'node:http';
import type { PbxReply } from '../answer.ts';
import type { Headers } from './fault.ts';

/** Sends what a healthy PBX does: HTTP 200 whatever the errcode says, and a 404 only for a page it does not have. */
export function sendReply(response: ServerResponse, answer: PbxReply, headers: Headers = {}): void {
  if (answer === null) {
    sendHtml(response, 404, proxyPage(404));
    return;
  }
  const body = JSON.stringify(answer);
  response.writeHead(200, jsonHeaders(Buffer.byteLength(body), headers));
  response.end(body);
}

/** The header lines of a JSON answer of so many bytes. */
export function jsonHeaders(bytes: number, more: Headers = {}): Headers {
  return { 'content-type': 'application/json', 'content-length': String(bytes), ...more };
}

/** Sends a page of HTML under any status. */
export function sendHtml(response: ServerResponse, status: number, html: string, headers: Headers = {}): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
  response.end(html);
}

/** The page a web server in front of the PBX would show with this status. */
export function proxyPage(status: number): string {
  const title = `${status} from the web server`;
  return `<html>\r\n<head><title>${title}</title></head>\r\n<body><center><h1>${title}</h1></center></body>\r\n</html>\r\n`;
}
