import { type Delivery, deliver } from '../deliveries.ts';
import { withOverride } from '../json.ts';
import { asPayloadView } from '../open-view.ts';
import type { World } from '../world.ts';
import { openViewOf } from './top-view.ts';
import { asPayloadUser, commonFields, type PersonRef, personOf, type Twist } from './who.ts';

/** A person closes the modal on top. The app hears of it only when it asked to (`notify_on_close`); otherwise gives undefined. */
export async function closes(world: World, who: PersonRef, { override }: Twist = {}): Promise<Delivery | undefined> {
  const person = personOf(world, who);
  const view = openViewOf(world, person);
  if (view.clear_on_close) world.views.clear(person.id);
  else world.views.close(view);
  if (!view.notify_on_close) return undefined;
  const payload = {
    ...commonFields(),
    type: 'view_closed',
    user: asPayloadUser(person),
    view: asPayloadView(view),
    is_cleared: view.clear_on_close,
  };
  return deliver(world, { type: 'interactive', payload: withOverride(payload, override), settle: () => undefined });
}
