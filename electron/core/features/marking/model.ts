export type { Rect, TermPlaces } from '../../redaction/model.ts';

import type { Rect } from '../../redaction/model.ts';

/** A note's amendable field. */
export const noteFields = ['text'] as const;
/** A collection's amendable field. */
export const collectionFields = ['name'] as const;

/** To what an exhibit may be tied. Things and places are words of the file; people and exhibits are of the case. */
export const linkKinds = ['person', 'place', 'asset', 'exhibit'] as const;
export type LinkKind = (typeof linkKinds)[number];

export const linkTypes = ['shows', 'writtenBy', 'belongsTo', 'mentions', 'takenAt'] as const;
export type LinkType = (typeof linkTypes)[number];

/** Why a part is kept back. `other` says its ground in words. */
export const grounds = [
  'protectedIdentity',
  'minor',
  'undercoverAgent',
  'thirdParty',
  'safety',
  'other',
] as const;
export type Ground = (typeof grounds)[number];

/** What lies under a rectangle: somebody's face, or anything else. */
export const regionShows = ['face', 'other'] as const;
export type RegionShows = (typeof regionShows)[number];

/** The colours of tags, given out in the order in which a case first uses its words. */
export const tagColours = ['blue', 'teal', 'grape', 'orange', 'green', 'red', 'cyan', 'yellow'] as const;
export type TagColour = (typeof tagColours)[number];

export interface Tag {
  readonly word: string;
  readonly colour: TagColour;
}

export interface TagInCase extends Tag {
  readonly exhibits: number;
}

export interface Note {
  readonly id: string;
  readonly text: string;
  /** The entries that an amendment must say it saw; more than one is a conflict. */
  readonly saw: readonly string[];
  readonly versions: number;
  readonly conflicting: readonly { readonly value: string; readonly author: string; readonly at: string }[];
  /** From 0 on. */
  readonly page: number | null;
  readonly region: Rect | null;
  /** Seconds in a recording. */
  readonly time: number | null;
  readonly at: string;
  readonly author: string;
}

export interface Link {
  readonly id: string;
  readonly kind: LinkKind;
  /** Of the person or exhibit; null for a place or a thing. */
  readonly to: string | null;
  readonly name: string;
  readonly type: LinkType;
  readonly page: number | null;
  readonly at: string;
  readonly author: string;
}

export interface Redaction {
  readonly id: string;
  /** Rectangles of one page, or a term wherever it stands: one of the two. */
  readonly area: {
    readonly page: number;
    readonly rects: readonly Rect[];
    readonly shows?: RegionShows | undefined;
  } | null;
  readonly term: { readonly text: string; readonly wholeWord: boolean } | null;
  readonly ground: Ground;
  readonly groundText: string;
  readonly reason: string;
  readonly at: string;
  readonly author: string;
}

export interface CollectionName {
  readonly id: string;
  readonly name: string;
}

/** Everything that people have put to one exhibit. */
export interface Marks {
  readonly notes: readonly Note[];
  readonly tags: readonly Tag[];
  readonly links: readonly Link[];
  readonly collections: readonly CollectionName[];
  readonly redactions: readonly Redaction[];
}

export interface Collection extends CollectionName {
  readonly saw: readonly string[];
  /** Ids, in the collection's order. */
  readonly exhibits: readonly string[];
}

export interface MarksInCase {
  readonly tags: readonly TagInCase[];
  readonly collections: readonly Collection[];
  /** People to whom exhibits are tied, and places and things that were named: to be chosen again. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly exhibits: number }[];
  readonly places: readonly string[];
  readonly assets: readonly string[];
}
