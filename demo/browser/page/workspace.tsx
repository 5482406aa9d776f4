import type { Screen } from '../contract.ts';
import { ChannelList } from './channels/channel-list.tsx';
import { useUnread } from './channels/use-unread.ts';
import { Conversation } from './conversation/conversation.tsx';
import { ThreadPane } from './conversation/thread-pane.tsx';
import { useDemo } from './demo.ts';
import { Tabs } from './frame/tabs.tsx';
import { useView } from './frame/use-view.ts';
import { PhoneSystemPanel } from './phone-system/phone-system-panel.tsx';
import { AppWindow } from './window/app-window.tsx';

interface WorkspaceProps {
  readonly screen: Screen;
  readonly problem: string | null;
}

/** Everything below the bar: channels, the conversation, its thread, the phone system, and the window on top. */
export function Workspace({ screen, problem }: WorkspaceProps) {
  const { me } = useDemo();
  const { pane, show, channelId, goTo, threadTs, openThread, put, ...box } = useView();
  const channel = screen.channels.find(({ id }) => id === channelId) ?? screen.channels[0];
  const unread = useUnread(me.role, screen.channels, channel?.id ?? '');
  const thread = channel?.messages.find(({ ts }) => ts === threadTs);
  return (
    <main className="workspace" data-pane={pane} data-thread={thread !== undefined}>
      <ChannelList channels={screen.channels} open={channel?.id ?? ''} unread={unread} choose={goTo} />
      <div className="talk">
        {channel && <Conversation channel={channel} openThread={openThread} {...box} />}
        {channel && thread && (
          <ThreadPane key={thread.ts} channel={channel} rootTs={thread.ts} close={() => openThread(null)} />
        )}
      </div>
      <PhoneSystemPanel screen={screen} {...(me.types && { put })} />
      <Tabs pane={pane} show={show} />
      {screen.window && <AppWindow window={screen.window} problem={problem} />}
    </main>
  );
}
