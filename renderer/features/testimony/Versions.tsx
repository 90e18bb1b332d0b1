import { Button, Group, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Testimony } from '../../../electron/core/features/testimony/model.ts';
import { useCommand } from '../../app/core.ts';
import { formatDate } from '../../app/format.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { segmentsOf } from './version.ts';

interface Props {
  readonly caseId: string;
  readonly exhibit: string;
  readonly testimony: Testimony;
  /** The entry of the version that is shown; null for the one that stands. */
  readonly shown: string | null;
  readonly mayWrite: boolean;
  readonly onShow: (entry: string | null) => void;
}

/**
 * The versions of a transcript, to be looked at and taken up again. Two that did not see each other both stand until a
 * person keeps one.
 */
export function Versions({ caseId, exhibit, testimony, shown, mayWrite, onShow }: Props) {
  const { t } = useTranslation('testimony');
  const { versions, saw } = testimony;
  const take = useCommand('testimony.transcribe');
  if (versions.length < 2) return null;
  const newest = versions.filter((version) => version.current).at(-1);
  const at = versions.find((version) => version.entry === shown) ?? newest;
  if (at === undefined) return null;
  const settles = at.current && saw.length > 1;
  const keep = () =>
    take.mutate(
      {
        case: caseId,
        exhibit,
        saw,
        segments: segmentsOf(at),
        reason: settles ? t('version.settled') : t('version.restored', { when: formatDate(at.at) }),
      },
      { onSuccess: () => onShow(null) },
    );
  return (
    <>
      {saw.length > 1 && (
        <Text size="xs" c="seal" role="alert" mt={4}>
          {t('conflict', { count: saw.length })}
        </Text>
      )}
      <Group gap={6} mt={4} wrap="nowrap">
        <Select
          size="xs"
          flex={1}
          aria-label={t('version.which')}
          allowDeselect={false}
          value={at.entry}
          data={versions.toReversed().map((version) => ({
            value: version.entry,
            label: [
              version.current ? t('version.stands') : t('version.earlier'),
              formatDate(version.at),
              version.author,
              version.reason,
            ]
              .filter((part) => part !== '')
              .join(' · '),
          }))}
          onChange={onShow}
        />
        {mayWrite && (settles || !at.current) && (
          <Button size="compact-xs" variant="default" flex="none" loading={take.isPending} onClick={keep}>
            {settles ? t('version.keep') : t('version.restore')}
          </Button>
        )}
      </Group>
      {take.error !== null && <ErrorNotice error={take.error} />}
    </>
  );
}
