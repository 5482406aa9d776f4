import type { DrawnElement } from '../blocks/shapes.ts';

/** An element, and where it stands. */
export interface FieldProps<Element extends DrawnElement> {
  readonly element: Element;
  readonly blockId: string;
  /** The block_id or action_id by which nothing else on this surface goes. */
  readonly field: string;
  /** The id of what names it, what explains it, and what is wrong with it; none beside a paragraph. */
  readonly labelledBy?: string;
  readonly describedBy?: string;
}
