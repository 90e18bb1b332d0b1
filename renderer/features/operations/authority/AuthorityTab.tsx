import { Button, Group } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Authorisation } from '../../../../electron/core/features/operations/model.ts';
import { useMay } from '../../../app/session.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import classes from '../operations.module.css';
import type { InOperation } from '../types.ts';
import { Assign } from './Assign.tsx';
import { Assignments } from './Assignments.tsx';
import { Authorise } from './Authorise.tsx';
import { Extend } from './Extend.tsx';
import { Ruling } from './Ruling.tsx';

/** The rulings, what each allows, and which act is whose. */
export function AuthorityTab({ operation }: InOperation) {
  const { t } = useTranslation('operations');
  const may = useMay('operation.authorise') && operation.state === 'open';
  const [authorising, setAuthorising] = useState(false);
  const [extending, setExtending] = useState<Authorisation | null>(null);
  const [assigning, setAssigning] = useState<Authorisation | null>(null);
  const { authorisations } = operation;
  const add = may ? (
    <Button size="xs" leftSection={<IconGavel size={15} />} onClick={() => setAuthorising(true)}>
      {t('authorise.button')}
    </Button>
  ) : undefined;
  return (
    <div className={classes.sheet}>
      {authorisations.length === 0 ? (
        <EmptyState
          icon={<IconGavel size={28} stroke={1.4} />}
          title={t('authorise.none')}
          text={t('authorise.noneHelp')}
          action={add}
        />
      ) : (
        <Group justify="flex-end">{add}</Group>
      )}
      {[...authorisations].reverse().map((ruling) => (
        <Ruling
          key={ruling.id}
          ruling={ruling}
          actions={
            may ? (
              <Group gap="xs">
                <Button size="compact-sm" variant="default" onClick={() => setExtending(ruling)}>
                  {t('extend.button')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={operation.agents.length === 0}
                  title={operation.agents.length === 0 ? t('assign.noAgent') : undefined}
                  onClick={() => setAssigning(ruling)}
                >
                  {t('assign.button')}
                </Button>
              </Group>
            ) : undefined
          }
        />
      ))}
      {operation.assignments.length > 0 && <Assignments operation={operation} />}
      {authorising && <Authorise operation={operation} onClose={() => setAuthorising(false)} />}
      {extending !== null && (
        <Extend operation={operation} ruling={extending} onClose={() => setExtending(null)} />
      )}
      {assigning !== null && (
        <Assign operation={operation} ruling={assigning} onClose={() => setAssigning(null)} />
      )}
    </div>
  );
}
