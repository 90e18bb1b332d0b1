import { Button, Group } from '@mantine/core';
import { IconSpy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../app/format.ts';
import { useMay } from '../../../app/session.ts';
import classes from '../operations.module.css';
import { Box } from '../parts.tsx';
import { Checks } from './Checks.tsx';
import { Debrief } from './Debrief.tsx';
import { Envelope } from './Envelope.tsx';
import type { OfAgent } from './types.ts';

/** One agent, under the code name alone. */
export function AgentCard({ operation, agent }: OfAgent) {
  const { t } = useTranslation('operations');
  const mayWrite = useMay('operation.write');
  const [debriefing, setDebriefing] = useState(false);
  const { codeName, addedAt, addedBy, debriefed } = agent;
  return (
    <Box
      title={
        <>
          <IconSpy size={17} stroke={1.6} />
          {codeName}
        </>
      }
      actions={
        <span className={classes.quiet}>{t('byAt', { name: addedBy, when: formatDate(addedAt) })}</span>
      }
    >
      <div className={classes.columns}>
        <Checks operation={operation} agent={agent} />
        <div className={classes.stack}>
          <Envelope operation={operation} agent={agent} />
          <div>
            <h4 className={classes.part}>{t('debrief.title')}</h4>
            {debriefed === null ? (
              <p className={classes.quiet}>{t('debrief.none')}</p>
            ) : (
              <p className={classes.said}>
                {t('byAt', { name: debriefed.by, when: formatDate(debriefed.when) })}. {debriefed.note}
              </p>
            )}
            {mayWrite && (
              <Group>
                <Button size="compact-xs" variant="default" onClick={() => setDebriefing(true)}>
                  {t('debrief.button')}
                </Button>
              </Group>
            )}
          </div>
        </div>
      </div>
      {debriefing && <Debrief operation={operation} agent={agent} onClose={() => setDebriefing(false)} />}
    </Box>
  );
}
