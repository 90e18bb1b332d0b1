import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Steps.module.css';

export const setupSteps = ['office', 'user', 'sheet', 'confirm'] as const;
export type SetupStep = (typeof setupSteps)[number];

/** Where the set-up stands. A list, not buttons: the key is shown once, so there is no going back behind it. */
export function Steps({ at }: { readonly at: SetupStep }) {
  const { t } = useTranslation('office');
  const now = setupSteps.indexOf(at);
  return (
    <ol className={classes.steps} aria-label={t('setup.steps')}>
      {setupSteps.map((step, index) => (
        <li key={step} data-state={stateOf(index, now)} aria-current={index === now ? 'step' : undefined}>
          <span className={classes.number} aria-hidden>
            {index < now ? <IconCheck size={14} stroke={2.4} /> : index + 1}
          </span>
          {t(`setup.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}

function stateOf(index: number, now: number): 'done' | 'now' | 'later' {
  if (index === now) return 'now';
  return index < now ? 'done' : 'later';
}
