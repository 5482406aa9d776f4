import type { ReactNode } from 'react';

interface SwitchProps {
  readonly isOn: boolean;
  readonly flip: (isOn: boolean) => Promise<unknown>;
  readonly children: ReactNode;
}

/** A switch with its words. */
export function Switch({ isOn, flip, children }: SwitchProps) {
  return (
    <label className="switch">
      <span>{children}</span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        checked={isOn}
        onChange={({ target }) => void flip(target.checked)}
      />
    </label>
  );
}
