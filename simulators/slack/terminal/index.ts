export type { Names } from '../names.ts';
export { type DrawableMessage, type Drawing, drawMessage } from './draw-message.ts';
export { type DrawableView, drawView } from './draw-view.ts';
