import { Button, Group } from '@mantine/core';
import { IconSpy, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../app/session.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import classes from '../operations.module.css';
import type { InOperation } from '../types.ts';
import { AddAgent } from './AddAgent.tsx';
import { AgentCard } from './AgentCard.tsx';

/** The agents under their code names: requirements of the law, and the envelope. */
export function AgentsTab({ operation }: InOperation) {
  const { t } = useTranslation('operations');
  const may = useMay('operation.write') && operation.state === 'open';
  const [adding, setAdding] = useState(false);
  const add = may ? (
    <Button size="xs" leftSection={<IconUserPlus size={15} />} onClick={() => setAdding(true)}>
      {t('agent.add')}
    </Button>
  ) : undefined;
  return (
    <div className={classes.sheet}>
      {operation.agents.length === 0 ? (
        <EmptyState
          icon={<IconSpy size={28} stroke={1.4} />}
          title={t('agent.none')}
          text={t(may ? 'agent.noneHelp' : 'agent.noneWho')}
          action={add}
        />
      ) : (
        <Group justify="flex-end">{add}</Group>
      )}
      {operation.agents.map((agent) => (
        <AgentCard key={agent.id} operation={operation} agent={agent} />
      ))}
      {adding && <AddAgent operation={operation} onClose={() => setAdding(false)} />}
    </div>
  );
}
