/** Addresses, and what of them is compared; null for those that are nobody's. */
export const emailExamples: readonly { readonly address: string; readonly compared: string | null }[] = [
  { address: 'leo.ball@example.com', compared: 'leo.ball@example.com' },
  { address: 'Leo.BALL@Example.Com', compared: 'leo.ball@example.com' },
  { address: '  leo.ball@example.com', compared: 'leo.ball@example.com' },
  { address: 'leo.ball@example.com \r\n', compared: 'leo.ball@example.com' },
  { address: 'leo+phone@example.com', compared: 'leo+phone@example.com' },
  { address: 'l@e', compared: 'l@e' },
  { address: '', compared: null },
  { address: '   ', compared: null },
  { address: 'leo.ball', compared: null },
  { address: '@', compared: null },
  { address: '@example.com', compared: null },
  { address: 'leo.ball@', compared: null },
  { address: 'leo ball@example.com', compared: null },
  { address: 'Leo Ball <leo.ball@example.com>', compared: null },
  { address: 'leo.ball@example.com; mara@example.com', compared: null },
  { address: 'leo.ball@exam ple.com', compared: null },
  { address: 'Ŀeo.ball@example.com', compared: null },
  { address: 'mar\u212A@example.com', compared: null }, // the Kelvin sign, which lower-cases to k
  { address: 'leo.ball@example.com\u200B', compared: null },
  { address: 'leo.ball@exämple.com', compared: null },
];
