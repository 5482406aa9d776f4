import { Icon } from './icon.tsx';

const tabs = [
  { pane: 'channels', label: 'Channels', icon: 'hash' },
  { pane: 'messages', label: 'Messages', icon: 'reply' },
  { pane: 'phone-system', label: 'Phone system', icon: 'phone' },
] as const;

/** A part of the page that fills a narrow screen. */
export type Pane = (typeof tabs)[number]['pane'];

/** Goes from one part of the page to another where they do not fit beside each other. */
export function Tabs({ pane, show }: { readonly pane: Pane; readonly show: (pane: Pane) => void }) {
  return (
    <nav className="tabs" aria-label="Parts of the page">
      {tabs.map((tab) => (
        <button
          key={tab.pane}
          type="button"
          aria-current={tab.pane === pane ? 'page' : undefined}
          onClick={() => show(tab.pane)}
        >
          <Icon name={tab.icon} />
          {tab.label}
        </button>
      ))}
    </nav>
  );
}
