/** HTML made to be slow, each of a given length in characters. */
export const slowHtml: Readonly<Record<string, (length: number) => string>> = {
  'nested lists': repeated('<ul><li>a'),
  'entries under thirty lists': (length) => `${'<ul><li>'.repeat(30)}${repeated('<li>a')(length - 240)}`,
  'tiny entries': repeated('<li>a'),
  'no-break spaces': repeated(' &nbsp;'),
  'misnested emphasis': repeated('<b><i>x</b>y</i>'),
  'unclosed emphasis': repeated('<p><b>x'),
  'strays after unclosed emphasis': (length) => repeated('<b>')(length / 2) + repeated('</i>')(length / 2),
  'escaped brackets': repeated('&lt;'),
  'bare brackets': repeated('<'),
  'bare ampersands': repeated('&'),
  'one giant word': repeated('abcdefghij'),
  'deep quotes': repeated('<blockquote>a'),
  'line breaks': repeated('a<br>'),
  'preformatted lines': (length) => `<pre>${repeated('a\n')(length - 5)}`,
  'alternating emphasis': repeated('<b>a</b>b'),
  'table cells': repeated('<td>a'),
  'many attributes': (length) => `<p ${repeated('a=b c ')(length - 6)}>x`,
  'one giant target': (length) => `<a href="${repeated('https://')(length - 16)}">x</a>`,
  'many links': repeated('<a href=//b>x</a>'),
  'many addresses': repeated('http://a.b.c '),
  'almost addresses': repeated('a.a-a+'),
  'one giant host': (length) => `http://${repeated('a.')(length - 7)}`,
  'joined emoji': repeated('👩‍💻'),
  'zero-width spaces': repeated('a\u200B'),
  'many headings': repeated('<h2>a</h2>'),
  'many titles': repeated('<p>a<ul></ul>'),
  'lines of plain text': repeated('- a\n'),
  'empty lines': repeated('\n'),
  'unclosed comments': repeated('<!--'),
  'unclosed scripts': (length) => `<script>${repeated('</scrip')(length - 8)}`,
};

function repeated(piece: string): (length: number) => string {
  return (length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}
