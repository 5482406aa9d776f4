import type { PhoneSystemCard } from '../../contract.ts';

const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** What the app asked the PBX, the newest first. */
export function Requests({ requests }: Pick<PhoneSystemCard, 'requests'>) {
  return (
    <section aria-labelledby="requests">
      <h3 id="requests">What it was asked</h3>
      {requests.length === 0 && <p>Nothing yet.</p>}
      <ol className="requests">
        {requests.map(({ at, endpoint, answered }) => (
          <li key={`${at} ${endpoint}`}>
            <time dateTime={new Date(at).toISOString()}>{time.format(at)}</time>
            <code>{endpoint}</code>
            <span className={answered === 'SUCCESS' ? '' : 'failed'}>{answered}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
