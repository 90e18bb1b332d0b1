import { UnstyledButton } from '@mantine/core';
import {
  IconBuildingBank,
  IconFile,
  IconFileText,
  IconFolder,
  IconMessage,
  IconTimeline,
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Hit, HitKind } from '../../../electron/core/features/search/model.ts';
import { formatDay } from '../../app/format.ts';
import { useOfficeTerms } from '../../app/terms.ts';
import classes from './search.module.css';

const icons: Readonly<Record<HitKind, TablerIcon>> = {
  case: IconFolder,
  person: IconUser,
  exhibit: IconFile,
  asset: IconBuildingBank,
  page: IconFileText,
  speech: IconMessage,
  entry: IconTimeline,
};

interface Props {
  readonly hit: Hit;
  readonly index: number;
  readonly onOpen: () => void;
}

/** One hit: what it is, where it lies, and the words around what was found. */
export function HitRow({ hit, index, onOpen }: Props) {
  const { t } = useTranslation('search');
  const Icon = icons[hit.kind];
  const title = useTitle(hit);
  return (
    <UnstyledButton className={classes.hit} data-index={index} onClick={onOpen}>
      <Icon size={18} stroke={1.5} className={classes.icon} aria-label={t(`one.${hit.kind}`)} />
      <span className={classes.words}>
        <span className={classes.title}>
          {hit.kind !== 'case' && hit.kind !== 'person' && hit.number !== '' && (
            <span className={classes.number}>{hit.number.slice(hit.number.lastIndexOf('/') + 1)}</span>
          )}
          {title}
        </span>
        <span className={classes.context}>
          {hit.context.map((piece, at) =>
            piece.found ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places
              <mark key={at}>{piece.text}</mark>
            ) : (
              piece.text
            ),
          )}
        </span>
      </span>
      <span className={classes.where}>
        <span>{hit.caseNumber}</span>
        <span>{hit.day === '' ? '' : formatDay(hit.day)}</span>
      </span>
    </UnstyledButton>
  );
}

/** What was found, in words: the exhibit and its page, the person and the role. */
function useTitle(hit: Hit): string {
  const { t, i18n } = useTranslation('search');
  const { role } = useOfficeTerms();
  switch (hit.kind) {
    case 'person':
      return `${hit.label} · ${role(hit.number)}`;
    case 'page':
      return [hit.label, t('page', { page: (hit.page ?? 0) + 1 }), hit.part].filter(Boolean).join(' · ');
    case 'speech':
      return `${hit.label} · ${t('second', { at: clock(hit.page ?? 0) })}`;
    case 'entry': {
      const kind = `timeline:group.${hit.part.split('.')[0] ?? ''}`;
      return [i18n.exists(kind) ? t(kind) : t('one.entry'), hit.label].filter(Boolean).join(' · ');
    }
    default:
      return hit.label;
  }
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}
