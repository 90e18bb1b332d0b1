import { useState } from 'react';
import type { PassphraseStrength } from '../../../../electron/core/features/office/model.ts';
import { useStrength } from './useStrength.ts';

export interface NewPassphraseState {
  readonly first: string;
  readonly second: string;
  readonly setFirst: (text: string) => void;
  readonly setSecond: (text: string) => void;
  readonly strength: PassphraseStrength | null;
  /** What keeps it from being handed in, once somebody tried. */
  readonly problem: 'empty' | 'weak' | 'different' | null;
  /** True where it may be handed in; else the problem is shown from now on. */
  readonly check: () => boolean;
  readonly reset: () => void;
}

function problemOf(first: string, second: string, strength: PassphraseStrength | null) {
  if (first === '') return 'empty';
  if (strength?.enough === false) return 'weak';
  return first === second ? null : 'different';
}

/** A passphrase being chosen: typed twice, weighed while it is typed. */
export function useNewPassphrase(words: readonly string[]): NewPassphraseState {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [tried, setTried] = useState(false);
  const strength = useStrength(first, words);
  const problem = problemOf(first, second, strength);
  return {
    first,
    second,
    setFirst,
    setSecond,
    strength,
    problem: tried ? problem : null,
    check: () => {
      setTried(true);
      return problem === null;
    },
    reset: () => {
      setFirst('');
      setSecond('');
      setTried(false);
    },
  };
}
