import type { Viewer } from './model.ts';

/** `FETP-2026-0001/E-003`: the case's number and the exhibit's place in it. */
export function exhibitNumber(caseNumber: string, taken: number): string {
  return `${caseNumber}/E-${String(taken + 1).padStart(3, '0')}`;
}

const byType: readonly (readonly [RegExp, Viewer])[] = [
  [/^application\/pdf$/, 'pdf'],
  [/^image\/(?!svg\+xml)/, 'image'],
  [/^audio\//, 'audio'],
  [/^video\/(mp4|webm|ogg|quicktime)$/, 'video'],
  [/^message\/rfc822$|^application\/mbox$/, 'mail'],
  [/spreadsheet|ms-excel/, 'sheet'],
  [/wordprocessingml|presentationml|opendocument\.(text|presentation)|epub/, 'document'],
  [/^application\/(zip|x-tar|gzip|java-archive|vnd\.android\.package-archive)$/, 'archive'],
  [/^text\/|^application\/(json|xml)$|^image\/svg\+xml$/, 'text'],
];

/** How an exhibit of this type is shown; what could run is shown as text or as bytes. An item has no type. */
export function viewerFor(type: string): Viewer {
  if (type === '') return 'none';
  return byType.find(([pattern]) => pattern.test(type))?.[1] ?? 'hex';
}

/** Pictures that a browser draws by itself; others are drawn as PNG in the process that reads hostile files. */
export function isDrawnByBrowser(type: string): boolean {
  return /^image\/(png|jpeg|gif|webp|bmp|avif|x-icon)$/.test(type);
}
