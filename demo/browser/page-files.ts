import { fileURLToPath } from 'node:url';

/** A file of the page, as it is sent. */
export interface PageFile {
  readonly contentType: string;
  readonly body: string | Uint8Array;
}

/** The page's files by their path. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const entry = fileURLToPath(new URL('./page/main.tsx', import.meta.url));

const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>callsummary: the demo</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
</head>
<body>
<div id="page"></div>
<script type="module" src="/page.js"></script>
</body>
</html>
`;

/** Makes the page's script and style out of their sources, in memory. @throws where that cannot be done */
export async function buildPage(): Promise<PageFiles> {
  const { build, stop } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: { page: entry },
    outdir: '/',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    legalComments: 'none',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  await stop();
  const contents = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.contents ?? '';
  return new Map<string, PageFile>([
    ['/', { contentType: 'text/html; charset=utf-8', body: html }],
    ['/page.js', { contentType: 'text/javascript; charset=utf-8', body: contents('.js') }],
    ['/page.css', { contentType: 'text/css; charset=utf-8', body: contents('.css') }],
  ]);
}
