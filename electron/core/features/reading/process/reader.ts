import type { Metadata, MetadataItem, MetadataSummary, TextPage, UnreadReason } from '../model.ts';
import type { Content } from './content.ts';
import type { Ending } from './protocol.ts';

/** Takes the parts of a text as they are read, so that what was read before a failure is not lost. */
export type Tell = (page: TextPage) => void;

/** Reads one kind of file. Throws `Unreadable`, or whatever the library throws on a damaged file. */
export type Reader = (content: Content, tell: Tell) => Promise<Ending>;

export const noMetadata: Metadata = { items: [], summary: {} };

export function ending(
  metadata: Metadata,
  more: {
    readonly scans?: readonly number[];
    readonly hasText?: boolean;
    readonly reason?: UnreadReason;
  } = {},
): Ending {
  return { metadata, scans: more.scans ?? [], hasText: more.hasText ?? true, reason: more.reason ?? null };
}

const longestValue = 2_000;

/** Properties of one group, without those that are empty. */
export function items(
  group: MetadataItem['group'],
  values: Readonly<Record<string, unknown>>,
): MetadataItem[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const text = wordsOf(value).slice(0, longestValue).trim();
    return text === '' ? [] : [{ group, name, value: text }];
  });
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(wordsOf).join(', ');
  return '';
}

/** A summary without the properties that are not known. */
export function summary(
  values: { [K in keyof MetadataSummary]: MetadataSummary[K] | undefined },
): MetadataSummary {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && !Number.isNaN(value)),
  ) as MetadataSummary;
}

const partLength = 6_000;

/** Cuts a long text, at the end of a line where there is one, into parts that a person can be led to. */
export function tellInParts(text: string, tell: Tell, from = 0, label?: string): number {
  let page = from;
  let at = 0;
  while (at < text.length) {
    const end = Math.min(text.length, at + partLength);
    const line = end < text.length ? text.lastIndexOf('\n', end) : end;
    const cut = line > at ? line : end;
    tell({ page, ...(label === undefined ? {} : { label }), text: text.slice(at, cut) });
    page += 1;
    at = cut;
  }
  return page;
}
