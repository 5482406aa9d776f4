import { isObject, objectsIn, stringIn } from '../json.ts';
import type { Problem } from './rule.ts';

/** Gives a problem for each `block_id` used before in the same message, and each `action_id` used before in the same block. */
export function repeatedIds(blocks: unknown, pointer: string): readonly Problem[] {
  if (!Array.isArray(blocks)) return [];
  return [
    ...repeats(blocks, 'block_id', pointer),
    ...blocks.filter(isObject).flatMap((block, index) => repeatsInside(block, `${pointer}/${index}`)),
  ];
}

/** Gives every object anywhere in a value, itself included. */
export function everyObjectIn(value: unknown): readonly Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(everyObjectIn);
  return isObject(value) ? [value, ...Object.values(value).flatMap(everyObjectIn)] : [];
}

function repeatsInside(block: Record<string, unknown>, pointer: string): readonly Problem[] {
  return block.type === 'actions' ? repeats(objectsIn(block.elements), 'action_id', `${pointer}/elements`) : [];
}

function repeats(items: readonly unknown[], field: string, pointer: string): readonly Problem[] {
  const ids = items.map((item) => stringIn(item, field));
  return ids.flatMap((id, index) =>
    id !== undefined && ids.indexOf(id) < index
      ? [{ message: `\`${field}\` "${id}" already exists`, pointer: `${pointer}/${index}/${field}` }]
      : [],
  );
}
