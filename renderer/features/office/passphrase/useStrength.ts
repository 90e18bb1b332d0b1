import { useEffect, useState } from 'react';
import type { PassphraseStrength } from '../../../../electron/core/features/office/model.ts';
import { call } from '../../../app/core.ts';

const pause = 180;

/**
 * How well a passphrase would stand, asked of the core shortly after the last key. Null while empty or not yet known.
 * @param words what anyone would try first: the person's and the office's name
 */
export function useStrength(passphrase: string, words: readonly string[]): PassphraseStrength | null {
  const [known, setKnown] = useState<{ of: string; strength: PassphraseStrength } | null>(null);
  const joined = words.join('\n');
  useEffect(() => {
    if (passphrase === '') return setKnown(null);
    let wanted = true;
    const timer = setTimeout(() => {
      const given = joined.split('\n').filter((word) => word.trim() !== '');
      call('vault.strength', { passphrase, words: given }).then(
        (strength) => wanted && setKnown({ of: passphrase, strength }),
        // Unknown strength is shown as none; the core weighs the passphrase again when it is handed in.
        () => wanted && setKnown(null),
      );
    }, pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [passphrase, joined]);
  return passphrase === '' ? null : (known?.strength ?? null);
}
