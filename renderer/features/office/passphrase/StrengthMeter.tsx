import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PassphraseStrength } from '../../../../electron/core/features/office/model.ts';
import classes from './StrengthMeter.module.css';

const parts = [1, 2, 3, 4] as const;

/** Four bars and the same in words; what weakens it, while it is not enough. */
export function StrengthMeter({ strength }: { readonly strength: PassphraseStrength | null }) {
  const { t } = useTranslation('office');
  // Too short is never enough, however rare its letters: the bars do not say otherwise.
  const score = strength === null ? 0 : strength.enough ? strength.score : Math.min(strength.score, 2);
  const filled = strength === null ? 0 : Math.max(1, score);
  return (
    <div className={classes.meter} aria-live="polite">
      <div className={classes.bars} data-enough={strength?.enough === true} aria-hidden>
        {parts.map((part) => (
          <span key={part} data-on={part <= filled} />
        ))}
      </div>
      <Text size="xs" className={classes.words}>
        {strength === null ? (
          <span>{t('passphrase.advice')}</span>
        ) : (
          <>
            <strong>{t(`passphrase.score.${score}`)}</strong>{' '}
            {!strength.enough && (
              <span>{strength.hints.map((hint) => t(`passphrase.hint.${hint}`)).join(' ')}</span>
            )}
          </>
        )}
      </Text>
    </div>
  );
}
