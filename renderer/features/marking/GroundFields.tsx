import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Ground } from '../../../electron/core/features/marking/model.ts';
import { grounds } from './lists.ts';

export interface GroundChoice {
  readonly ground: Ground;
  readonly groundText: string;
}

export const usualGround: GroundChoice = { ground: 'protectedIdentity', groundText: '' };

/** Whether a ground is said: one outside the list needs its words. */
export function isSaid({ ground, groundText }: GroundChoice): boolean {
  return ground !== 'other' || groundText.trim() !== '';
}

interface Props {
  readonly value: GroundChoice;
  readonly size?: 'xs' | 'sm';
  readonly onChange: (value: GroundChoice) => void;
}

/** On which legal ground something is kept back. */
export function GroundFields({ value, size = 'sm', onChange }: Props) {
  const { t } = useTranslation('marking');
  return (
    <>
      <Select
        flex={size === 'xs' ? '1 1 150px' : '1 1 220px'}
        size={size}
        allowDeselect={false}
        label={t('groundLabel')}
        data={grounds.map((ground) => ({ value: ground, label: t(`ground.${ground}`) }))}
        value={value.ground}
        onChange={(next) =>
          onChange({ ...value, ground: grounds.find((ground) => ground === next) ?? 'other' })
        }
      />
      {value.ground === 'other' && (
        <TextInput
          flex="1 1 160px"
          size={size}
          label={t('groundOther')}
          value={value.groundText}
          onChange={(event) => onChange({ ...value, groundText: event.currentTarget.value })}
        />
      )}
    </>
  );
}
