import type { TextObject } from './shapes.ts';
import { Text } from './text.tsx';

/** Draws several texts, one after the other. */
export function Texts({ texts }: { readonly texts: readonly TextObject[] }) {
  return texts.map((text, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two texts may say the same, and none changes its place
    <Text key={at} text={text} />
  ));
}
