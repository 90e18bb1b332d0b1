import { Button, Group } from '@mantine/core';
import { IconMail, IconMailOpened } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRow } from '../../../electron/core/features/people/model.ts';
import { useMay } from '../../app/session.ts';
import { CloseSeal } from './CloseSeal.tsx';
import { OpenSeal } from './OpenSeal.tsx';
import classes from './people.module.css';

interface Props {
  readonly caseId: string;
  readonly person: PersonRow;
  readonly past: boolean;
}

/** The envelope: who holds it, and how it is opened or closed. What is in it is never shown here. */
export function Seal({ caseId, person, past }: Props) {
  const { t } = useTranslation('people');
  const [opening, setOpening] = useState(false);
  const [closing, setClosing] = useState(false);
  const mayOpen = useMay('seal.open');
  const maySeal = useMay('seal.write') && !past;
  const { seal } = person;
  return (
    <section className={classes.box} data-seal>
      <h3 className={classes.boxTitle}>
        <IconMail size={16} stroke={1.6} />
        {t('seal.title')}
      </h3>
      <p className={classes.quiet}>
        {seal === null ? t('seal.none') : t('seal.holders', { names: seal.holders.join(', ') })}
      </p>
      {seal !== null && !seal.mine && <p className={classes.quiet}>{t('seal.notYours')}</p>}
      <Group gap="xs" mt="xs">
        {seal?.mine === true && mayOpen && (
          <Button
            size="compact-sm"
            color="seal"
            leftSection={<IconMailOpened size={15} />}
            onClick={() => setOpening(true)}
          >
            {t('seal.open')}
          </Button>
        )}
        {maySeal && (
          <Button size="compact-sm" variant="default" onClick={() => setClosing(true)}>
            {seal === null ? t('seal.close') : t('seal.closeAnew')}
          </Button>
        )}
      </Group>
      {opening && <OpenSeal caseId={caseId} person={person} onClose={() => setOpening(false)} />}
      {closing && <CloseSeal caseId={caseId} person={person} onClose={() => setClosing(false)} />}
    </section>
  );
}
