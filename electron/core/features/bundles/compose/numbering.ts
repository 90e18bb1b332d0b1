import type { CourtProfile } from './profile.ts';

/** One printed side of paper, in the order of printing. */
export interface Side {
  /** Added after numbers were given out: it takes none of them. */
  readonly late: boolean;
  /** A cover may stand outside the numbering. */
  readonly numbered: boolean;
}

export interface NumberedVolume {
  readonly sides: readonly Side[];
  /** Whether its numbers begin anew. */
  readonly restart: boolean;
}

export interface NumberingRules
  extends Pick<CourtProfile['numbering'], 'unit' | 'direction' | 'start' | 'duplex'> {
  /** What is put behind a sheet's number on its back: ` vta.`. */
  readonly verso: string;
}

/**
 * The number of each side, as it is printed, labelled, bookmarked and listed; empty for a side without one. A late side
 * has the number before it with a letter behind (12A … 12Z, 12AA), so that every other number is what it would be
 * without it. Where sheets are numbered and both sides printed, the back has its front's number and `verso`.
 */
export function numberSides(volumes: readonly NumberedVolume[], rules: NumberingRules): string[][] {
  const sequences: NumberedVolume[][] = [];
  for (const volume of volumes) {
    const last = sequences.at(-1);
    if (last === undefined || volume.restart) sequences.push([volume]);
    else last.push(volume);
  }
  return sequences.flatMap((sequence) => numberSequence(sequence, rules));
}

function numberSequence(sequence: readonly NumberedVolume[], rules: NumberingRules): string[][] {
  const step = rules.direction === 'ascending' ? 1 : -1;
  const count = sequence.reduce((sum, { sides }) => sum + frontsOf(sides, rules), 0);
  let number = step === 1 ? rules.start - 1 : rules.start + count;
  let letters = 0;
  const next = ({ late }: Side): string => {
    if (late) {
      letters += 1;
      return `${number}${suffix(letters)}`;
    }
    number += step;
    letters = 0;
    return String(number);
  };
  return sequence.map(({ sides }) => {
    const labels: string[] = [];
    for (const [index, side] of sides.entries()) {
      if (!side.numbered) labels.push('');
      else if (isBack(index, rules) && labels.at(-1) !== '') labels.push(`${labels.at(-1)}${rules.verso}`);
      else labels.push(next(side));
    }
    return labels;
  });
}

const isBack = (index: number, { unit, duplex }: NumberingRules): boolean =>
  unit === 'sheet' && duplex && index % 2 === 1;

/** How many numbers a volume takes. */
function frontsOf(sides: readonly Side[], rules: NumberingRules): number {
  return sides.filter(({ numbered, late }, index) => {
    const front = sides[index - 1];
    const back = isBack(index, rules) && front?.numbered === true;
    return numbered && !late && !back;
  }).length;
}

/** 1 → A, 26 → Z, 27 → AA. */
export function suffix(count: number): string {
  let rest = count;
  let letters = '';
  while (rest > 0) {
    rest -= 1;
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26);
  }
  return letters;
}
