import { useDemo } from '../demo.ts';
import { Icon } from '../frame/icon.tsx';
import { MenuButton } from '../overlay/menu-button.tsx';

/** The app's shortcuts that need no message. */
export function ShortcutsMenu({ channel }: { readonly channel: string }) {
  const { setup, act } = useDemo();
  const items = setup.shortcuts
    .filter(({ type }) => type === 'global')
    .map(({ callbackId, name, description }) => ({
      key: callbackId,
      label: name,
      description,
      pick: () => void act({ kind: 'global-shortcut', callbackId, channel }),
    }));
  return (
    <MenuButton label="Shortcuts" items={items}>
      <Icon name="plus" />
    </MenuButton>
  );
}
