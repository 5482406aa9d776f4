const paths = {
  close: 'M5 5l10 10M15 5L5 15',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  reply: 'M4 5h12v8H9l-4 3v-3H4z',
  lock: 'M6 9V7a4 4 0 0 1 8 0v2M5 9h10v7H5z',
  hash: 'M8 4L6 16M14 4l-2 12M4 8h13M3 12h13',
  people:
    'M7 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM2.5 16c0-3 2-5 4.5-5s4.5 2 4.5 5M13 9a2 2 0 1 0 0-4M14.5 11c2 .5 3 2.5 3 5',
  shared: 'M9 7L7 5a2.8 2.8 0 0 0-4 4l3 3a2.8 2.8 0 0 0 4 0M11 13l2 2a2.8 2.8 0 0 0 4-4l-3-3a2.8 2.8 0 0 0-4 0',
  eye: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  send: 'M3 4l14 6-14 6 2-6zM5 10h6',
  plus: 'M10 4v12M4 10h12',
  phone: 'M5 3h3l1.5 4-2 1.5a9 9 0 0 0 4 4l1.5-2 4 1.5v3c0 1-1 2-2 2C9 17 3 11 3 5c0-1 1-2 2-2z',
} as const;

/** A small picture beside words, or in a button that has a label: it says nothing by itself. */
export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
