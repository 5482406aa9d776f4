import type { SlackJson } from '../../contract.ts';
import { z } from '../blocks/zod.ts';

const chosenOption = z.object({
  selected_option: z.object({ value: z.string(), text: z.object({ text: z.string() }) }),
});

const chosenId = z.union([
  z.object({ selected_conversation: z.string() }).transform((chosen) => chosen.selected_conversation),
  z.object({ selected_channel: z.string() }).transform((chosen) => chosen.selected_channel),
  z.object({ selected_user: z.string() }).transform((chosen) => chosen.selected_user),
]);

/** Gives the option that stands in a field; null where none does. */
export function selectedOption(value: SlackJson): { readonly value: string; readonly label: string } | null {
  const read = chosenOption.safeParse(value);
  if (!read.success) return null;
  const { selected_option } = read.data;
  return { value: selected_option.value, label: selected_option.text.text };
}

/** Gives the person or conversation that stands in a field; null where none does. */
export function selectedId(value: SlackJson): string | null {
  return chosenId.safeParse(value).data ?? null;
}
