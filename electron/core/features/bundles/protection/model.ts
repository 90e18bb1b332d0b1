import type { Area, Term } from '../../../redaction/model.ts';
import type { Ground } from '../../marking/model.ts';
import type { ProtectedData } from '../../office/jurisdiction.ts';
import type { Audience } from '../model.ts';

/** What a term is, as it may be told: a person's datum, or a word that was marked by hand. */
export type KeptKind = Exclude<ProtectedData, 'face' | 'voice'> | 'marked';

/** A term that is kept back of a bundle, wherever it stands. It never leaves the core. */
export interface ProtectedTerm extends Term {
  readonly kind: KeptKind;
  readonly ground: Ground;
  /** What a marked term's ground is called where it is none of the list. */
  readonly groundText: string;
  /** `Víctima 1`; empty for a term that was marked by hand. */
  readonly mark: string;
}

/** Somebody of whom something is kept back. */
export interface ProtectedPerson {
  readonly id: string;
  readonly mark: string;
  /** Rules that apply, by their ids in the jurisdiction's pack. */
  readonly rules: readonly string[];
  readonly ground: Ground;
  readonly kinds: readonly ProtectedData[];
  /**
   * The sealed identity: there is none; it was opened, so that its words are looked for; it could be, with the passphrase; or
   * it is for others only, and what is in it is looked for by nobody.
   */
  readonly sealed: 'none' | 'opened' | 'mine' | 'others';
}

/** Whom and what a bundle for this recipient does not show. */
export interface Protection {
  readonly audience: Audience;
  /** What becomes of a file in which nobody can look. */
  readonly unchecked: 'tell' | 'withhold';
  readonly people: readonly ProtectedPerson[];
  readonly terms: readonly ProtectedTerm[];
  /** By exhibit: who is seen or heard on it and must not be. */
  readonly shown: Readonly<Record<string, readonly Shown[]>>;
}

export interface Shown {
  readonly what: 'face' | 'voice';
  readonly mark: string;
  readonly ground: Ground;
}

/** Something that was taken out of one exhibit, as the report tells it: never the words themselves. */
export interface Finding {
  /** Of the exhibit, from 0 on; null where it is no page: the file's own words, or what lies beside the pages. */
  readonly page: number | null;
  readonly kind: KeptKind | 'region' | 'face' | 'voice';
  readonly mark: string;
  readonly ground: Ground;
  readonly groundText: string;
  readonly count: number;
}

/** Why nothing of an exhibit's file travels. */
export type WithheldWhy = 'recording' | 'face' | 'reveals' | 'unchecked';

/** What nobody could look at: pages that are pictures and were not read, a recording, a file of a kind that has no text. */
export interface Unchecked {
  /** From 0 on; none where it is the whole file. */
  readonly pages: readonly number[];
  readonly why: 'picture' | 'recording' | 'kind' | 'unread';
}

/** What was found in an exhibit's content, before it is decided what follows. */
export interface Looked {
  readonly findings: readonly Finding[];
  /** Whole pages that are drawn over. */
  readonly areas: readonly Area[];
  readonly unchecked: Unchecked | null;
  /** It has no pages of its own. */
  readonly unprinted: boolean;
}

/** What was found in one exhibit, and what follows for its copy. */
export interface Surveyed {
  readonly findings: readonly Finding[];
  /** Why anything of it is kept back, each ground once. */
  readonly grounds: readonly Pick<Finding, 'ground' | 'groundText'>[];
  /** What is drawn over, besides what was marked by hand: whole pages. */
  readonly areas: readonly Area[];
  /** Something of its content is taken out: the original does not travel. */
  readonly touched: boolean;
  /** Why its own file does not travel; null where it may, or where its pages are all there is to it. */
  readonly withheld: WithheldWhy | null;
  /** Not even pages are made of it. */
  readonly blocked: boolean;
  readonly unchecked: Unchecked | null;
}
