import { extensionPageSchema, rowIdSchema, rowNumberSchema } from '../../services/yeastar/schema.ts';

/** The first extension of a list that has a number and an id; null where there is none. */
export function firstExtension(page: unknown): { readonly id: number; readonly number: string } | null {
  const rows = extensionPageSchema.safeParse(page).data?.data ?? [];
  for (const row of rows) {
    const id = rowIdSchema.safeParse(row);
    const number = rowNumberSchema.parse(row);
    if (id.success && number !== null) return { id: id.data, number };
  }
  return null;
}
