import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SafetyShown } from '../../../../electron/core/features/operations/model.ts';
import { useCore } from '../../../app/core.ts';
import { formatDate } from '../../../app/format.ts';
import { useMay } from '../../../app/session.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import classes from '../operations.module.css';
import { Box } from '../parts.tsx';
import type { InOperation } from '../types.ts';
import { AssessRisk } from './AssessRisk.tsx';
import { CheckIn } from './CheckIn.tsx';
import { PlanCheckIns } from './PlanCheckIns.tsx';
import { Plans } from './Plans.tsx';
import { WritePlan } from './WritePlan.tsx';

const dialogs = { checkIn: CheckIn, planCheckIns: PlanCheckIns, plan: WritePlan, risk: AssessRisk } as const;
type Act = keyof typeof dialogs;

/** Who is waited for and when, what to do if nobody comes, and how dangerous it is. */
export function SafetyTab({ operation }: InOperation) {
  const { t } = useTranslation('operations');
  const may = useMay('operation.write');
  const running = may && operation.state === 'open';
  const mayCall = running && operation.agents.length > 0;
  const [act, setAct] = useState<Act | null>(null);
  const { data, error } = useCore('operations.safety', { operation: operation.id });
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return null;
  const Dialog = act === null ? null : dialogs[act];
  const button = (which: Act, shown: boolean) =>
    shown ? (
      <Button
        size="compact-sm"
        variant={which === 'checkIn' ? 'filled' : 'default'}
        onClick={() => setAct(which)}
      >
        {t(`safety.do.${which}`)}
      </Button>
    ) : null;
  return (
    <div className={classes.sheet}>
      <div className={classes.columns} style={{ gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' }}>
        <div className={classes.stack}>
          <Box
            title={t('safety.checkIns')}
            actions={
              <Group gap={6}>
                {button('checkIn', mayCall)}
                {button('planCheckIns', mayCall)}
              </Group>
            }
          >
            <States states={data.states} />
            <CheckIns rows={data.checkIns} />
          </Box>
        </div>
        <div className={classes.stack}>
          <Box title={t('safety.plan')} actions={button('plan', running)}>
            <Plans plans={data.plans} />
          </Box>
          <Box title={t('safety.risk')} actions={button('risk', may)}>
            {data.risks.length === 0 && <p className={classes.quiet}>{t('safety.noRisk')}</p>}
            {[...data.risks].map((row) => (
              <div key={row.writtenAt} className={classes.item}>
                <div>
                  <b className={row.level === 'high' || row.level === 'critical' ? classes.bad : undefined}>
                    {t(`risk.${row.level}`)}
                  </b>{' '}
                  · {[formatDate(row.when), row.codeName].filter((part) => part !== '').join(' · ')}
                  <p className={classes.said}>{row.factors}</p>
                  <p className={classes.said}>{t('safety.measures', { measures: row.measures })}</p>
                  <div className={classes.quiet}>
                    {t('writtenBy', { name: row.author, when: formatDate(row.writtenAt) })}
                  </div>
                </div>
              </div>
            ))}
          </Box>
        </div>
      </div>
      {Dialog !== null && <Dialog operation={operation} onClose={() => setAct(null)} />}
    </div>
  );
}

function States({ states }: Pick<SafetyShown, 'states'>) {
  const { t } = useTranslation('operations');
  if (states.length === 0) return <p className={classes.quiet}>{t('safety.noSchedule')}</p>;
  return states.map((state) => (
    <div key={state.agent} className={classes.item}>
      <div>
        <b>{state.codeName}</b>{' '}
        {state.next === '' ? (
          <span className={classes.quiet}>{t('safety.nobody')}</span>
        ) : (
          <span className={state.late ? classes.bad : undefined}>
            {t(state.late ? 'safety.late' : 'safety.next', { when: formatDate(state.next) })}
          </span>
        )}
        <div className={classes.quiet}>
          {[
            state.everyHours > 0 ? t('safety.every', { count: state.everyHours }) : '',
            t('safety.grace', { count: state.grace }),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </div>
      </div>
    </div>
  ));
}

function CheckIns({ rows }: { readonly rows: SafetyShown['checkIns'] }) {
  const { t } = useTranslation('operations');
  if (rows.length === 0) return null;
  return (
    <>
      <h4 className={classes.part} style={{ marginTop: '0.7rem' }}>
        {t('safety.history')}
      </h4>
      {rows.map((row) => (
        <div key={row.id} className={classes.item}>
          <div>
            <b>{row.codeName}</b> · {formatDate(row.when)} · {row.how}{' '}
            {!row.well && <b className={classes.bad}>{t('safety.notWell')}</b>}
            {row.note !== '' && <p className={classes.said}>{row.note}</p>}
            <div className={classes.quiet}>
              {[
                row.lateMinutes > 0 ? t('safety.lateBy', { count: row.lateMinutes }) : '',
                t('writtenBy', { name: row.author, when: formatDate(row.writtenAt) }),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </div>
          </div>
        </div>
      ))}
    </>
  );
}
