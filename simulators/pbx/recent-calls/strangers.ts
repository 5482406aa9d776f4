/** Names of people and companies outside the office. Their numbers are reserved for fiction. */
export const strangerNames: readonly [string, ...string[]] = [
  'Kristin Hale',
  'Zoë Müller-Lüdenscheidt',
  'Nguyễn Thị Hồng',
  '陈晓雯',
  'Łukasz Żółkiewski',
  'O’Brien & Sons',
  'Søren Ångström',
  'محمد الفارسي',
  'Joaquín Ibarra',
  'Dana Whitlock',
  '佐藤 花子',
  'Bea Lindqvist',
  'Ирина Соколова',
  'Marchetti Tiles "North"',
];

/** Names that attack whoever shows them, by the place in the list of calls at which they appear in every fifty. */
export const hostileNames: ReadonlyMap<number, string> = new Map([
  [6, '<!channel>'],
  [16, `Very ${'long '.repeat(60)}name`],
  [26, 'invoice\u202Efdp.exe'],
  [36, 'Two\nlines'],
  [46, '<https://evil.example|Your bank> *now*'],
]);
