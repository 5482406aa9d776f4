import type { Option } from '../blocks/shapes.ts';
import { Text } from '../blocks/text.tsx';

/** Draws the words of a box or a radio button. */
export function OptionLabel({ text, description }: Pick<Option, 'text' | 'description'>) {
  return (
    <span>
      <Text text={text} />
      {description && (
        <small>
          <Text text={description} />
        </small>
      )}
    </span>
  );
}
