import type { JsonObject } from '../json.ts';
import { knownNames } from '../names.ts';
import type { StateValues } from '../view-state.ts';
import { blockLines, type Paper } from './blocks.ts';
import { textIn } from './controls.ts';
import type { Drawing } from './draw-message.ts';
import { framed, frameWidth, usualWidth } from './frame.ts';
import { type Line, paint, span } from './span.ts';
import { wrap } from './wrap.ts';

/** What a modal needs to be drawn: any open view has it. */
export interface DrawableView {
  readonly title: unknown;
  readonly submit?: unknown;
  readonly close?: unknown;
  readonly blocks: readonly JsonObject[];
  readonly state?: { readonly values: StateValues };
  readonly errors?: Readonly<Record<string, string>>;
  readonly notice?: string;
}

/** Takes a modal; gives what the person in Slack sees, for a terminal: title, content, fields with what stands in them, buttons. */
export function drawView(
  view: DrawableView,
  { colour, width = usualWidth, heading, names = knownNames }: Drawing,
): string {
  const { errors = {} } = view;
  const paper: Paper = { width: width - frameWidth, names, values: view.state?.values ?? {}, errors };
  const lines: readonly Line[] = [
    [span(textIn(view.title) ?? '', { bold: true })],
    [span('─'.repeat(paper.width), { dim: true })],
    ...blockLines(view.blocks, paper),
    ...(view.notice ? [[], ...wrap([span(`! ${view.notice}`, { bold: true })], paper.width)] : []),
    [],
    [span(footOf(view))],
  ];
  const above = heading ? [paint([span(heading, { bold: true })], colour)] : [];
  return [...above, ...framed(lines, width, colour)].join('\n');
}

function footOf({ submit, close }: DrawableView): string {
  const words = [textIn(close) ?? (submit ? 'Cancel' : 'Close'), ...(submit ? [textIn(submit) ?? 'Submit'] : [])];
  return words.map((word) => `[ ${word} ]`).join('  ');
}
