import type { OpenView } from '../../../simulators/slack/index.ts';
import { stringIn } from '../../../simulators/slack/json.ts';
import type { WindowCard } from '../contract.ts';

/** The window on top. */
export const windowCard = (view: OpenView): WindowCard => ({
  id: view.id,
  hash: view.hash,
  title: view.title.text,
  submit: stringIn(view.submit, 'text') ?? null,
  close: stringIn(view.close, 'text') ?? null,
  blocks: view.blocks,
  values: view.state.values,
  errors: view.errors ?? {},
  notice: view.notice ?? null,
});
