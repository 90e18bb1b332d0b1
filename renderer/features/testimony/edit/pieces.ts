import type { Segment } from '../../../../electron/core/features/testimony/model.ts';

/** A piece of a transcript while it is edited: it keeps its number wherever it goes. */
export interface Piece extends Segment {
  readonly id: number;
}

type Pieces = readonly Piece[];

export function numbered(segments: readonly Segment[]): Pieces {
  return segments.map((segment, id) => ({ ...segment, id }));
}

function freeId(pieces: Pieces): number {
  return pieces.reduce((most, piece) => Math.max(most, piece.id), -1) + 1;
}

const thousandths = (seconds: number): number => Math.round(seconds * 1_000) / 1_000;

export function changed(pieces: Pieces, id: number, change: Partial<Segment>): Pieces {
  return pieces.map((piece) => (piece.id === id ? { ...piece, ...change } : piece));
}

export function removed(pieces: Pieces, id: number): Pieces {
  return pieces.filter((piece) => piece.id !== id);
}

/** An empty piece behind another (or first of all), from `at` up to where the next begins. The same person speaks on. */
export function insertedAfter(pieces: Pieces, after: number | null, at: number): { all: Pieces; id: number } {
  const place = after === null ? 0 : pieces.findIndex((piece) => piece.id === after) + 1;
  const before = pieces[place - 1];
  const next = pieces[place];
  const start = thousandths(at);
  const piece = {
    id: freeId(pieces),
    start,
    end: next !== undefined && next.start > start ? next.start : start,
    speaker: before?.speaker ?? '',
    text: '',
  };
  return { all: [...pieces.slice(0, place), piece, ...pieces.slice(place)], id: piece.id };
}

/**
 * Two pieces of one: the words before and behind the cursor. It is cut at the moment where the recording is; where that
 * lies elsewhere, as far into its time as the cursor is into its words.
 */
export function split(pieces: Pieces, id: number, cursor: number, now: number): { all: Pieces; id: number } {
  const place = pieces.findIndex((piece) => piece.id === id);
  const piece = pieces[place];
  if (piece === undefined) return { all: pieces, id };
  const share = piece.text.length === 0 ? 0 : cursor / piece.text.length;
  const inside = now > piece.start && now < piece.end;
  const cut = thousandths(inside ? now : piece.start + (piece.end - piece.start) * share);
  const first = { ...piece, end: cut, text: piece.text.slice(0, cursor).trimEnd() };
  const second = { ...piece, id: freeId(pieces), start: cut, text: piece.text.slice(cursor).trimStart() };
  return { all: [...pieces.slice(0, place), first, second, ...pieces.slice(place + 1)], id: second.id };
}

/** One piece of two that follow each other. Another person's words keep their name before them. */
export function mergedWithNext(pieces: Pieces, id: number): Pieces {
  const place = pieces.findIndex((piece) => piece.id === id);
  const [piece, next] = [pieces[place], pieces[place + 1]];
  if (piece === undefined || next === undefined) return pieces;
  const named = next.speaker === piece.speaker || next.speaker === '';
  const words = [piece.text, named ? next.text : `${next.speaker}: ${next.text}`];
  const one = {
    ...piece,
    start: Math.min(piece.start, next.start),
    end: Math.max(piece.end, next.end),
    text: words.filter((text) => text !== '').join(' '),
  };
  return [...pieces.slice(0, place), one, ...pieces.slice(place + 2)];
}

/** Pieces that end before they begin. */
export function backwards(pieces: Pieces): Pieces {
  return pieces.filter((piece) => piece.end < piece.start);
}

/** As they are kept: in the order in which they begin. */
export function asSegments(pieces: Pieces): Segment[] {
  return pieces
    .map(({ start, end, speaker, text }) => ({ start, end, speaker: speaker.trim(), text: text.trim() }))
    .sort((a, b) => a.start - b.start);
}
