import { Button, Group } from '@mantine/core';
import { IconMail, IconMailOpened } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../app/format.ts';
import { useMay } from '../../../app/session.ts';
import classes from '../operations.module.css';
import { CopyEnvelope } from './CopyEnvelope.tsx';
import { HandEnvelope } from './HandEnvelope.tsx';
import { OpenEnvelope } from './OpenEnvelope.tsx';
import { PrintEnvelope } from './PrintEnvelope.tsx';
import { ResealEnvelope } from './ResealEnvelope.tsx';
import { SealEnvelope } from './SealEnvelope.tsx';
import type { OfAgent } from './types.ts';

const acts = {
  open: OpenEnvelope,
  seal: SealEnvelope,
  reseal: ResealEnvelope,
  print: PrintEnvelope,
} as const;
const more = { copy: CopyEnvelope, hand: HandEnvelope } as const;
const dialogs = { ...acts, ...more };
type Act = keyof typeof dialogs;

/** Both identities under seal: who holds them, what was done with the envelope. What is in it is never shown here. */
export function Envelope({ operation, agent }: OfAgent) {
  const { t } = useTranslation('operations');
  const may = useMay('operation.seal');
  const [act, setAct] = useState<Act | null>(null);
  const { envelope } = agent;
  const Dialog = act === null ? null : dialogs[act];
  const offered: readonly Act[] =
    envelope === null
      ? ['seal']
      : [...(envelope.mine ? (['open', 'print', 'reseal'] as const) : []), 'seal', 'copy', 'hand'];
  const holders = envelope?.holders.map(({ name }) => name) ?? [];
  const outside = envelope?.outside.map(({ name }) => name) ?? [];
  return (
    <div className={classes.box} data-tone="seal">
      <div className={classes.boxHead}>
        <h3>
          <IconMail size={16} stroke={1.6} />
          {t('envelope.title')}
        </h3>
      </div>
      <p className={classes.quiet}>
        {envelope === null
          ? t('envelope.none')
          : t('envelope.holders', { names: [...holders, ...outside].join(', ') })}
      </p>
      {envelope !== null && (
        <p className={classes.quiet}>
          {t('envelope.sealed', { name: envelope.sealedBy, when: formatDate(envelope.sealedAt) })}
          {!envelope.mine && ` ${t('envelope.notYours')}`}
        </p>
      )}
      {may && (
        <Group gap={6} mt="xs">
          {offered.map((each) => (
            <Button
              key={each}
              size="compact-sm"
              {...(each === 'open'
                ? { color: 'seal', leftSection: <IconMailOpened size={15} /> }
                : { variant: 'default' })}
              onClick={() => setAct(each)}
            >
              {t(each === 'seal' && envelope !== null ? 'envelope.do.sealAnew' : `envelope.do.${each}`)}
            </Button>
          ))}
        </Group>
      )}
      {envelope !== null && envelope.history.length > 0 && (
        <>
          <h4 className={classes.part} style={{ marginTop: '0.7rem' }}>
            {t('envelope.history')}
          </h4>
          {envelope.history.map(({ act: did, at, author, reason }) => (
            <div key={`${did} ${at}`} className={classes.quiet}>
              <p>
                <b>{t(`envelope.did.${did}`)}</b> · {formatDate(at)} · {author}
                {reason !== '' && ` · ${reason}`}
              </p>
            </div>
          ))}
        </>
      )}
      {Dialog !== null && <Dialog operation={operation} agent={agent} onClose={() => setAct(null)} />}
    </div>
  );
}
