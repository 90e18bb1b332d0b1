import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExhibitDetail } from '../../../../electron/core/features/evidence/model.ts';
import { formatBytes } from '../../../app/format.ts';
import { useMay } from '../../../app/session.ts';
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
  const mayExtract = useMay('evidence.extract') && !past;
  const offer = mayExtract ? <ExtractOffer caseId={caseId} exhibit={exhibit.id} /> : null;
  if (exhibit.viewer !== 'none' && exhibit.size > 0)
    return (
      <ExhibitViewer caseId={caseId} exhibit={exhibit.id} viewer={exhibit.viewer} past={past} offer={offer} />
    );
  const notShown = mayExtract ? t('viewer.notShownHelp') : t('viewer.notShownAsk');
  const help = exhibit.size === 0 ? t('viewer.nothingHelp') : notShown;
  return (
    <div className={viewerClasses.centre}>
      <Stack gap="xs" maw={460} align="center" ta="center">
        <TypeIcon viewer={exhibit.viewer} size={48} />
        <Text fw={600}>{exhibit.size === 0 ? t('viewer.nothing') : t('viewer.notShown')}</Text>
        <Text size="xs" c="dimmed" ff="monospace">
          {exhibit.type} · {formatBytes(exhibit.size)}
        </Text>
        <Text size="sm" c="dimmed">
          {help}
        </Text>
        {exhibit.size > 0 && offer}
      </Stack>
    </div>
  );
}
