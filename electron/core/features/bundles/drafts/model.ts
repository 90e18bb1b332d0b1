import type { ItemCategory } from '../../evidence/items/model.ts';
import type { ExhibitKind, Viewer } from '../../evidence/model.ts';
import type { Audience, Composition } from '../model.ts';

/** What a bundle is made for. */
export const purposes = ['indictment', 'precautionary', 'trial', 'disclosure', 'appeal', 'other'] as const;
export type Purpose = (typeof purposes)[number];

/** All that a version keeps: what a save writes and two versions are compared by. */
export interface Kept {
  readonly name: string;
  readonly purpose: Purpose;
  readonly composition: Composition;
}

/** One saved version, as a list shows it. */
export interface VersionRow {
  readonly version: number;
  readonly name: string;
  readonly at: string;
  readonly author: string;
  readonly exhibits: number;
  /** When it was last given out; null if it never left the office. */
  readonly given: string | null;
}

/** A kept bundle, by its last version. */
export interface DraftRow {
  readonly id: string;
  readonly name: string;
  readonly purpose: Purpose;
  readonly audience: Audience;
  readonly version: number;
  readonly at: string;
  readonly author: string;
  readonly exhibits: number;
  readonly sections: number;
  /** The last version that was given out, and when; null if none was. */
  readonly given: { readonly version: number; readonly at: string } | null;
}

/** One version whole. */
export interface Draft extends Kept {
  readonly id: string;
  readonly version: number;
  readonly at: string;
  readonly author: string;
  /** Of all its versions, the newest. */
  readonly last: number;
  readonly given: DraftRow['given'];
  /** What this version does to the numbers that were given out before it; null where they all stay. */
  readonly renumbers: Renumbering | null;
}

/** Why numbers that were given out change. Exhibits by their ids. */
export interface Renumbering {
  /** The version that was given out. */
  readonly version: number;
  readonly removed: readonly string[];
  readonly moved: readonly string[];
  /** Were inserted before, and get other letters because something is inserted before them. */
  readonly inserted: readonly string[];
  /** Pages that open sections come or go. */
  readonly sections: boolean;
  /** Another court's rules. */
  readonly profile: boolean;
}

/** By which rule exhibits are taken from the case. */
export type Rule =
  | { readonly by: 'all' }
  | { readonly by: 'kind'; readonly kind: ExhibitKind }
  | { readonly by: 'type'; readonly type: Viewer }
  | { readonly by: 'category'; readonly category: ItemCategory }
  | { readonly by: 'person'; readonly person: string }
  | { readonly by: 'tag'; readonly tag: string }
  | { readonly by: 'collection'; readonly collection: string };

/** One difference between two versions. Exhibits and sections by id; titles as they are or were. */
export type Change =
  | { readonly what: 'name' | 'profile' | 'recipient'; readonly from: string; readonly to: string }
  | { readonly what: 'purpose'; readonly from: Purpose; readonly to: Purpose }
  | { readonly what: 'audience'; readonly from: Audience; readonly to: Audience }
  | { readonly what: 'sectionAdded' | 'sectionRemoved' | 'sectionMoved'; readonly section: string }
  | { readonly what: 'sectionRenamed'; readonly from: string; readonly to: string }
  | {
      readonly what: 'added';
      readonly exhibit: string;
      readonly section: string;
      /** The version that it is an addition of, after numbers were given out. */
      readonly late: number | null;
    }
  | { readonly what: 'removed'; readonly exhibit: string; readonly section: string }
  | {
      readonly what: 'moved';
      readonly exhibit: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly what: 'retitled'; readonly exhibit: string; readonly from: string; readonly to: string };

/** One thing that is done to a kept bundle without sending the whole of it. Sections by id. */
export type Edit =
  | {
      readonly do: 'add' | 'move';
      readonly exhibits: readonly string[];
      /** Into which; without one, `add` takes the last and `move` lets each stay in its own. */
      readonly section?: string | undefined;
      /** Before this exhibit; otherwise at the end. */
      readonly before?: string | undefined;
    }
  | { readonly do: 'remove'; readonly exhibits: readonly string[] }
  | { readonly do: 'title'; readonly exhibit: string; readonly title: string }
  | {
      readonly do: 'addSection';
      readonly title: string;
      readonly exhibits: readonly string[];
      readonly before?: string | undefined;
    }
  | { readonly do: 'renameSection'; readonly section: string; readonly title: string }
  | { readonly do: 'moveSection'; readonly section: string; readonly before?: string | undefined }
  | { readonly do: 'removeSection'; readonly section: string }
  | {
      readonly do: 'set';
      readonly name?: string | undefined;
      readonly purpose?: Purpose | undefined;
      readonly profile?: string | undefined;
      readonly audience?: Audience | undefined;
      readonly recipient?: string | undefined;
    };
