import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExhibitDetail } from '../../../../electron/core/features/evidence/model.ts';
import { formatBytes } from '../../../app/format.ts';
import { TypeIcon } from '../TypeIcon.tsx';
import { ExhibitViewer } from '../viewers/ExhibitViewer.tsx';
import viewerClasses from '../viewers/Viewer.module.css';
import { ExtractOffer } from './ExtractCopy.tsx';

interface Props {
  readonly caseId: string;
  readonly exhibit: ExhibitDetail;
  /** The exhibit as it once stood: nothing leaves the vault from there. */
  readonly past: boolean;
}

/** The viewer; or, for what the program does not open, a plain card that says what it is. */
export function ExhibitContent({ caseId, exhibit, past }: Props) {
  const { t } = useTranslation('evidence');
  const offer = past ? null : <ExtractOffer caseId={caseId} exhibit={exhibit.id} />;
  if (exhibit.viewer !== 'none' && exhibit.size > 0)
    return <ExhibitViewer caseId={caseId} exhibit={exhibit.id} offer={offer} />;
  return (
    <div className={viewerClasses.centre}>
      <Stack gap="xs" maw={460} align="center" ta="center">
        <TypeIcon viewer={exhibit.viewer} size={48} />
        <Text fw={600}>{exhibit.size === 0 ? t('viewer.nothing') : t('viewer.notShown')}</Text>
        <Text size="xs" c="dimmed" ff="monospace">
          {exhibit.type} · {formatBytes(exhibit.size)}
        </Text>
        <Text size="sm" c="dimmed">
          {exhibit.size === 0 ? t('viewer.nothingHelp') : t('viewer.notShownHelp')}
        </Text>
        {exhibit.size > 0 && offer}
      </Stack>
    </div>
  );
}
