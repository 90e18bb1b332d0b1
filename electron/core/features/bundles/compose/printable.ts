import type { PrintedExhibit } from './model.ts';

/** Text longer than this many bytes is no reading matter: it travels as a file. */
const longestText = 2 * 1024 * 1024;

export type Form = 'pdf' | 'image' | 'text';

const images = /^image\/(jpeg|png|tiff|bmp|gif|webp|x-portable-[a-z]+)$/;
const texts = new Set(['text/plain', 'text/csv', 'application/json', 'text/vcard', 'text/calendar']);

/** As what an exhibit becomes pages, or null where it travels as a native file only. */
export function formOf({ type, size }: Pick<PrintedExhibit, 'type' | 'size'>): Form | null {
  if (size === 0) return null;
  if (type === 'application/pdf') return 'pdf';
  if (images.test(type)) return 'image';
  return texts.has(type) && size <= longestText ? 'text' : null;
}
