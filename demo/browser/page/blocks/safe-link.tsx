import type { ReactNode } from 'react';

/** Draws a link, where it leads to the web; the words alone otherwise. */
export function SafeLink({
  address = '',
  children,
}: {
  readonly address?: string | undefined;
  readonly children: ReactNode;
}) {
  if (!/^(https?:|mailto:)/i.test(address)) return children;
  return (
    <a href={address} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}
