import { Loader, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../../../electron/core/features/bundles/drafts/model.ts';
import type { ExhibitRow } from '../../../../../electron/core/features/evidence/model.ts';
import { useCore } from '../../../../app/core.ts';
import { ErrorNotice } from '../../../../components/ErrorNotice.tsx';
import { exhibitNumber } from '../../../../components/exhibit-number.ts';
import classes from '../compose.module.css';

interface Props {
  readonly caseId: string;
  readonly draft: string;
  readonly older: number;
  readonly newer: number;
  readonly exhibits: ReadonlyMap<string, ExhibitRow>;
}

/** What the newer version has that the older had not, a line for each difference. */
export function ChangeList({ caseId, draft, older, newer, exhibits }: Props) {
  const { t } = useTranslation('bundles');
  const { data, error } = useCore('bundles.changes', { case: caseId, draft, older, newer });
  const textOf = useChangeText(exhibits);
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <Loader size="sm" />;
  if (data.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('changes.none')}
      </Text>
    );
  return (
    <ul className={classes.changeList} aria-label={t('changes.list')}>
      {data.map((change) => (
        <li key={JSON.stringify(change)} className={classes.change}>
          <span className={classes.changeKind}>{t(`changes.what.${change.what}`)}</span>
          <span>{textOf(change)}</span>
        </li>
      ))}
    </ul>
  );
}

function useChangeText(exhibits: ReadonlyMap<string, ExhibitRow>): (change: Change) => string {
  const { t, i18n } = useTranslation('bundles');
  const { data: profiles = [] } = useCore('bundles.profiles', {});
  const language = i18n.language.startsWith('en') ? 'en' : 'es';
  const court = (id: string): string => profiles.find((each) => each.id === id)?.name[language] ?? id;
  const section = (title: string): string => (title === '' ? t('compose.untitled') : title);
  const named = (exhibit: string): string => {
    const row = exhibits.get(exhibit);
    return row === undefined ? exhibit : `${exhibitNumber(row.number)} ${row.name}`;
  };
  return (change) => {
    switch (change.what) {
      case 'sectionAdded':
      case 'sectionRemoved':
      case 'sectionMoved':
        return section(change.section);
      case 'sectionRenamed':
        return t('changes.fromTo', { from: section(change.from), to: section(change.to) });
      case 'added':
      case 'removed':
        return t('changes.in', { exhibit: named(change.exhibit), section: section(change.section) });
      case 'moved':
        return change.from === change.to
          ? t('changes.within', { exhibit: named(change.exhibit), section: section(change.to) })
          : t('changes.across', {
              exhibit: named(change.exhibit),
              from: section(change.from),
              to: section(change.to),
            });
      case 'retitled':
        return t('changes.titled', {
          exhibit: named(change.exhibit),
          from: change.from || '—',
          to: change.to || '—',
        });
      case 'purpose':
        return t('changes.fromTo', { from: t(`purpose.${change.from}`), to: t(`purpose.${change.to}`) });
      case 'audience':
        return t('changes.fromTo', {
          from: t(`form.audienceOf.${change.from}`),
          to: t(`form.audienceOf.${change.to}`),
        });
      case 'profile':
        return t('changes.fromTo', { from: court(change.from), to: court(change.to) });
      default:
        return t('changes.fromTo', { from: change.from || '—', to: change.to || '—' });
    }
  };
}
