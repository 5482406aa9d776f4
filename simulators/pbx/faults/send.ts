import type { ServerResponse } from 'node:http';
import type { PbxAnswer } from '../answer.ts';
import type { Headers } from './fault.ts';

/** Sends an answer as a healthy PBX does: HTTP 200 whatever the errcode says. */
export function sendJson(response: ServerResponse, answer: PbxAnswer, headers: Headers = {}): void {
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
