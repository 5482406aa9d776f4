import type { Line, Plot } from './figure.ts';
import { readable } from './grid.ts';
import { type Scale, scaleFor } from './scale.ts';

const frame = { left: 70, top: 46, width: 470, height: 300 } as const;
const size = { width: 760, height: 400 } as const;
const lightColours = ['#0b62c4', '#c4480b', '#0a7d55', '#9b3fa5', '#8a6a00', '#5a6472', '#b3123f', '#0f7f8c'];
const darkColours = ['#6db1ff', '#ff9a5c', '#4fd0a0', '#dd92e6', '#e0bf4d', '#aab4c2', '#ff7d9c', '#5fd3e0'];
const markers = [
  'M-3-3h6v6h-6z',
  'M0-4L4 3H-4z',
  'M0-4L4 0 0 4-4 0z',
  'M0 4L4-3H-4z',
  'M-4-1h8v2h-8z',
  'M-1-4h2v8h-2z',
];

/** Draws a plot as SVG, readable on light and dark pages. `isLog` makes both axes logarithmic. */
export function plotSvg({ title, x, y, isLog = false, lines }: Plot): string {
  const points = lines.flatMap((line) => line.points);
  const across = scaleFor(
    points.map((point) => point[0]),
    isLog,
  );
  const up = scaleFor(
    points.map((point) => point[1]),
    isLog,
  );
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escaped(title)}">`,
    `<style>${styles()}</style>`,
    `<rect class="page" width="${size.width}" height="${size.height}"/>`,
    `<text class="title" x="${frame.left}" y="26">${escaped(title)}</text>`,
    ...axes(across, up, x, y),
    ...lines.flatMap((line, index) => [...drawn(line, index, across, up, isLog), ...legend(line, index)]),
    '</svg>',
  ];
  return `${parts.join('\n')}\n`;
}

function styles(): string {
  const coloured = (colours: readonly string[]) =>
    colours.map((colour, index) => `.c${index}{--colour:${colour}}`).join('');
  return [
    '.page{fill:#fff}text{font:12px system-ui,sans-serif;fill:#1f2328}.title{font-size:15px;font-weight:600}',
    '.grid{stroke:#d1d9e0}.line{fill:none;stroke:var(--colour);stroke-width:2}.mark{fill:var(--colour)}',
    coloured(lightColours),
    '@media(prefers-color-scheme:dark){.page{fill:#0d1117}text{fill:#e6edf3}.grid{stroke:#30363d}',
    `${coloured(darkColours)}}`,
  ].join('');
}

function axes(across: Scale, up: Scale, x: string, y: string): string[] {
  const { left, top, width, height } = frame;
  const middle = top + height / 2;
  return [
    ...across.ticks.flatMap((tick) => {
      const at = round(left + across.place(tick) * width);
      return [
        `<path class="grid" d="M${at} ${top}v${height}"/>`,
        `<text x="${at}" y="${top + height + 18}" text-anchor="middle">${readable(tick)}</text>`,
      ];
    }),
    ...up.ticks.flatMap((tick) => {
      const at = round(top + height - up.place(tick) * height);
      return [
        `<path class="grid" d="M${left} ${at}h${width}"/>`,
        `<text x="${left - 8}" y="${at + 4}" text-anchor="end">${readable(tick)}</text>`,
      ];
    }),
    `<text x="${left + width / 2}" y="${top + height + 40}" text-anchor="middle">${escaped(x)}</text>`,
    `<text x="16" y="${middle}" text-anchor="middle" transform="rotate(-90 16 ${middle})">${escaped(y)}</text>`,
  ];
}

function drawn({ points }: Line, index: number, across: Scale, up: Scale, isLog: boolean): string[] {
  const places = points
    .filter(([x, y]) => !isLog || (x > 0 && y > 0))
    .map(([x, y]) => [
      round(frame.left + across.place(x) * frame.width),
      round(frame.top + frame.height - up.place(y) * frame.height),
    ]);
  if (places.length === 0) return [];
  const marks = places.map(([x, y]) => `<path class="mark" transform="translate(${x} ${y})" d="${markerOf(index)}"/>`);
  const path = places.map((place) => place.join(' ')).join('L');
  return [`<g class="${colourOf(index)}"><path class="line" d="M${path}"/>${marks.join('')}</g>`];
}

function legend({ name }: Line, index: number): string[] {
  const x = frame.left + frame.width + 20;
  const y = frame.top + 10 + index * 22;
  return [
    `<g class="${colourOf(index)}"><path class="line" d="M${x} ${y}h22"/><path class="mark" transform="translate(${x + 11} ${y})" d="${markerOf(index)}"/></g>`,
    `<text x="${x + 30}" y="${y + 4}">${escaped(name)}</text>`,
  ];
}

const colourOf = (index: number) => `c${index % lightColours.length}`;
const markerOf = (index: number) => markers[index % markers.length];
const round = (value: number) => Math.round(value * 10) / 10;
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
