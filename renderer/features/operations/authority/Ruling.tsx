import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Authorisation, Scope } from '../../../../electron/core/features/operations/model.ts';
import { formatDate, formatDay } from '../../../app/format.ts';
import classes from '../operations.module.css';
import { Box, Facts } from '../parts.tsx';
import { useScopeWords } from '../useChoices.ts';

interface Props {
  readonly ruling: Authorisation;
  readonly actions: ReactNode;
}

const parts = ['acts', 'places', 'persons', 'techniques'] as const satisfies readonly (keyof Scope)[];

/** One ruling: what was asked for, what the court said, what it allows, and how it was extended. */
export function Ruling({ ruling, actions }: Props) {
  const { t } = useTranslation('operations');
  const { number, court, judge, day, from, until, application, extensions, author, writtenAt } = ruling;
  return (
    <Box title={t('ruling.title', { number })} actions={actions}>
      <Facts
        of={[
          [t('ruling.days'), t('ruling.fromUntil', { from: formatDay(from), until: formatDay(until) })],
          [t('field.court'), court],
          [t('field.judge'), judge],
          [t('field.rulingDay'), formatDay(day)],
          [
            t('ruling.application'),
            [
              t('byAt', { name: application.by, when: formatDay(application.day) }),
              t(application.ownResponsibility ? 'ruling.own' : 'ruling.notOwn'),
            ].join(' · '),
          ],
          [t('field.grounds'), ruling.grounds],
          [t('field.insufficiency'), ruling.insufficiency],
          [t('ruling.reports'), t('ruling.every', { count: ruling.reportEvery })],
        ]}
      />
      <ScopeLists scope={ruling.scope} />
      {extensions.map((each) => (
        <div key={each.id} className={classes.side}>
          <b>{t('extend.title', { number: each.number })}</b> ·{' '}
          {t('extend.until', { until: formatDay(each.until) })}
          <p className={classes.said}>{each.grounds}</p>
          <div className={classes.quiet}>
            {each.judge} · {formatDay(each.day)} ·{' '}
            {t('writtenBy', { name: each.author, when: formatDate(each.writtenAt) })}
          </div>
        </div>
      ))}
      <p className={classes.quiet}>{t('writtenBy', { name: author, when: formatDate(writtenAt) })}</p>
    </Box>
  );
}

function ScopeLists({ scope }: { readonly scope: Scope }) {
  const { t } = useTranslation('operations');
  const words = useScopeWords();
  return (
    <div className={classes.scope}>
      {parts.map((part) => (
        <div key={part}>
          <h4>{t(`scope.${part}`)}</h4>
          {scope[part].length === 0 ? (
            <span className={classes.quiet}>{t(part === 'acts' ? 'scope.noActs' : 'scope.open')}</span>
          ) : (
            <ol>
              {scope[part].map((item) => (
                <li key={item.id}>{words(item)}</li>
              ))}
            </ol>
          )}
        </div>
      ))}
    </div>
  );
}
