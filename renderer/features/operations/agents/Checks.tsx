import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AgentCheck,
  AgentCheckRow,
  agentChecks,
} from '../../../../electron/core/features/operations/model.ts';
import { formatDay } from '../../../app/format.ts';
import { useMay } from '../../../app/session.ts';
import classes from '../operations.module.css';
import { CheckDialog } from './CheckDialog.tsx';
import type { OfAgent } from './types.ts';

const checks: typeof agentChecks = [
  'policeMember',
  'specialised',
  'criminalRecord',
  'disciplinaryRecord',
  'consent',
];

/** What the law asks of the agent, one by one, with where the paper lies. */
export function Checks({ operation, agent }: OfAgent) {
  const { t } = useTranslation('operations');
  const may = useMay('operation.write');
  const [checking, setChecking] = useState<AgentCheck | null>(null);
  return (
    <div>
      <h4 className={classes.part}>{t('check.title')}</h4>
      {checks.map((check) => (
        <Check
          key={check}
          check={check}
          row={agent.checks.find((each) => each.check === check)}
          onCheck={may ? () => setChecking(check) : null}
        />
      ))}
      {checking !== null && (
        <CheckDialog operation={operation} agent={agent} check={checking} onClose={() => setChecking(null)} />
      )}
    </div>
  );
}

interface Props {
  readonly check: AgentCheck;
  readonly row: AgentCheckRow | undefined;
  readonly onCheck: (() => void) | null;
}

function Check({ check, row, onCheck }: Props) {
  const { t } = useTranslation('operations');
  const how = row === undefined ? 'missing' : row.holds ? 'there' : 'against';
  const Icon = { there: IconCircleCheck, missing: IconCircleDashed, against: IconAlertTriangle }[how];
  const tone = { there: classes.good, missing: classes.soon, against: classes.bad }[how];
  return (
    <div className={classes.item}>
      <Icon size={17} stroke={1.7} className={tone ?? ''} style={{ flex: 'none' }} aria-hidden />
      <div style={{ flex: 1 }}>
        {t(`check.is.${check}`)} <span className={tone}>{t(`check.how.${how}`)}</span>
        {row !== undefined && (
          <div className={classes.quiet}>
            {[formatDay(row.day), t(`check.where.${row.where}`), row.note, row.author]
              .filter((part) => part !== '')
              .join(' · ')}
          </div>
        )}
      </div>
      {onCheck !== null && (
        <Button size="compact-xs" variant="default" onClick={onCheck}>
          {t(row === undefined ? 'check.button' : 'check.again')}
        </Button>
      )}
    </div>
  );
}
