import { CustodiaError } from '../../api/errors.ts';
import { folded } from '../cases/index.ts';
import type { Viewer } from '../evidence/model.ts';
import type { LinkKind, Rect } from './model.ts';

/** A tag as it is written: without spaces around or doubled inside. */
export function tagText(word: string): string {
  return word.normalize('NFC').trim().replaceAll(/\s+/gu, ' ');
}

/** What makes two tags the same word: `Teléfono` and `telefono` are one. */
export function tagKey(word: string): string {
  return folded(tagText(word));
}

/** The words by their key, the first spelling of each. */
export function distinctTags(words: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const word of words) if (!found.has(tagKey(word))) found.set(tagKey(word), tagText(word));
  return found;
}

interface LinkTo {
  readonly toKind: LinkKind;
  readonly to?: string | undefined;
  readonly toText?: string | undefined;
}

/** Refuses a link that does not say to what: people and exhibits by their id, places and things by their name. */
export function requireLinkTarget({ toKind, to, toText }: LinkTo): void {
  const byId = toKind === 'person' || toKind === 'exhibit';
  if (byId ? to === undefined || toText !== undefined : toText === undefined || to !== undefined) {
    throw new CustodiaError('call.invalid', { field: 'to' });
  }
}

/** Rounding of a mouse's position may step over the edge by this much. */
const slack = 1e-6;
/** Thinner than this nothing can be seen of a rectangle, and nothing was meant by it. */
const thinnest = 0.001;

/** Refuses a rectangle that is nothing or lies outside its page. */
export function requireRect({ x, y, width, height }: Rect): void {
  const inside = x + width <= 1 + slack && y + height <= 1 + slack;
  if (!inside || width < thinnest || height < thinnest)
    throw new CustodiaError('call.invalid', { field: 'region' });
}

interface RedactionForm {
  readonly area?: { readonly rects: readonly Rect[] } | undefined;
  readonly term?: object | undefined;
  readonly ground: string;
  readonly groundText?: string | undefined;
}

/**
 * Refuses a redaction that could not be carried out: rectangles need pages or a picture, terms need text, one of the
 * two is given, and a ground outside the list is said in words.
 */
export function requireRedaction({ area, term, ground, groundText }: RedactionForm, viewer: Viewer): void {
  if ((area === undefined) === (term === undefined))
    throw new CustodiaError('call.invalid', { field: 'area' });
  if (area !== undefined) {
    if (viewer !== 'pdf' && viewer !== 'image') throw new CustodiaError('call.invalid', { field: 'area' });
    for (const rect of area.rects) requireRect(rect);
  }
  if (term !== undefined && viewer !== 'pdf' && viewer !== 'text')
    throw new CustodiaError('call.invalid', { field: 'term' });
  if (ground === 'other' && (groundText ?? '').trim() === '')
    throw new CustodiaError('call.invalid', { field: 'groundText' });
}
