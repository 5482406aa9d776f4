import { useState } from 'react';
import type { Screen } from '../contract.ts';
import { ChannelList } from './channels/channel-list.tsx';
import { useUnread } from './channels/use-unread.ts';
import { Conversation } from './conversation/conversation.tsx';
import { ThreadPane } from './conversation/thread-pane.tsx';
import { useDemo } from './demo.ts';
import { type Pane, Tabs } from './frame/tabs.tsx';
import { PhoneSystemPanel } from './phone-system/phone-system-panel.tsx';
import { AppWindow } from './window/app-window.tsx';

interface WorkspaceProps {
  readonly screen: Screen;
  readonly problem: string | null;
}

/** Everything below the bar: channels, the conversation, its thread, the phone system, and the window on top. */
export function Workspace({ screen, problem }: WorkspaceProps) {
  const { me } = useDemo();
  const [pane, show] = useState<Pane>('messages');
  const [chosen, choose] = useState('');
  const [threadTs, openThread] = useState<string | null>(null);
  const [draft, setDraft] = useState('');
  const [calls, setCalls] = useState(0);
  const channel = screen.channels.find(({ id }) => id === chosen) ?? screen.channels[0];
  const unread = useUnread(me.role, screen.channels, channel?.id ?? '');
  const thread = channel?.messages.find(({ ts }) => ts === threadTs);

  const put = (line: string) => {
    show('messages');
    openThread(null);
    setDraft(line);
    setCalls(calls + 1);
  };
  const goTo = (id: string) => {
    choose(id);
    openThread(null);
    show('messages');
  };
  return (
    <div className="workspace" data-pane={pane} data-thread={thread !== undefined}>
      <ChannelList channels={screen.channels} open={channel?.id ?? ''} unread={unread} choose={goTo} />
      <main>
        {channel && <Conversation {...{ channel, openThread, draft, setDraft, calls }} />}
        {channel && thread && (
          <ThreadPane key={thread.ts} channel={channel} rootTs={thread.ts} close={() => openThread(null)} />
        )}
      </main>
      <PhoneSystemPanel screen={screen} {...(me.types && { put })} />
      <Tabs pane={pane} show={show} />
      {screen.window && <AppWindow window={screen.window} problem={problem} />}
    </div>
  );
}
