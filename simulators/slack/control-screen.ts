import { type Answer, asJson, asText } from './answer.ts';
import { channelOf, personOf } from './control-orders.ts';
import type { SlackSimulator } from './simulator.ts';
import { drawMessage, drawView } from './terminal/index.ts';

/** Takes `user` and `channel`; gives what that person sees there, as JSON or, with `format=text`, drawn. */
export function screenOf(slack: SlackSimulator, query: URLSearchParams): Answer {
  const [user, channel] = [query.get('user'), query.get('channel')];
  const orders = { ...(user && { user }), ...(channel && { channel }) };
  const place = channelOf(slack, orders);
  const person = personOf(slack, orders);
  const messages = slack.seenBy(person, place);
  const view = slack.viewOf(person);
  if (query.get('format') !== 'text') {
    return asJson({ user: person.id, channel: place.id, messages, view: view ?? null });
  }
  const drawing = { colour: false };
  const drawn = messages.map((message) => drawMessage(message, drawing));
  return asText(`${[`#${place.name}`, ...drawn, ...(view ? [drawView(view, drawing)] : [])].join('\n\n')}\n`);
}
