import type { Scene } from './scene.ts';

/** Takes a picture with a box in it; gives it with the rows in the middle of the box left out, where there are many. */
export function excerpt(picture: string, { top, bottom }: Required<Scene>['rows']): string {
  const lines = picture.split('\n');
  const first = lines.findIndex((line) => line.startsWith('┌')) + 1;
  const last = lines.findLastIndex((line) => line.startsWith('└'));
  if (last - first <= top + bottom + 1) return picture;
  const gap = `│ ${'⋮'.padEnd((lines[last]?.length ?? 0) - 4)} │`;
  return [...lines.slice(0, first + top), gap, ...lines.slice(last - bottom)].join('\n');
}
