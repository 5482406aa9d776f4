import type { MessageCard } from '../../contract.ts';
import { Icon } from '../frame/icon.tsx';

type Author = MessageCard['author'];

/** The square beside a message: initials in a colour of their own, or the app's sign. */
export function Avatar({ id, name, kind }: Author) {
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0));
  return (
    <span className={`avatar ${kind}`} aria-hidden="true" data-hue={hueOf(id)}>
      {kind === 'app' ? <Icon name="phone" /> : initials}
    </span>
  );
}

/** One of eight colours. */
const hueOf = (id: string) => Array.from(id, (letter) => letter.charCodeAt(0)).reduce((sum, code) => sum + code, 0) % 8;
