import { createContext, useContext } from 'react';
import type { Deed, Menu, MenuRequest, PersonCard, Setup } from '../contract.ts';

/** What every part of the page may know and do. */
export interface Demo {
  readonly setup: Setup;
  readonly me: PersonCard;
  /** The name behind an id of a message; the id itself where nobody knows it. */
  readonly nameOf: (id: string) => string;
  /** Does something as this person. Gives whether it went well; what went wrong is told by the page. */
  readonly act: (deed: Deed) => Promise<boolean>;
  readonly openMenu: (menu: Omit<MenuRequest, 'as'>) => Promise<Menu>;
}

/** Where the parts of the page find it. */
export const DemoContext = createContext<Demo | null>(null);

/** Gives what every part of the page may know and do. @throws outside of the page */
export function useDemo(): Demo {
  const demo = useContext(DemoContext);
  if (demo === null) throw new Error('This part stands outside of the page.');
  return demo;
}
