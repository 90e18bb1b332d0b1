import {
  IconBinary,
  IconFile,
  IconFileText,
  IconFileTypeDocx,
  IconFileTypePdf,
  IconFileZip,
  IconMail,
  IconMusic,
  IconPhoto,
  IconTable,
  IconVideo,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Viewer } from '../../../electron/core/features/evidence/model.ts';

const icons: Readonly<Record<Viewer, TablerIcon>> = {
  image: IconPhoto,
  pdf: IconFileTypePdf,
  text: IconFileText,
  document: IconFileTypeDocx,
  sheet: IconTable,
  mail: IconMail,
  archive: IconFileZip,
  audio: IconMusic,
  video: IconVideo,
  hex: IconBinary,
  none: IconFile,
};

interface Props {
  readonly viewer: Viewer;
  readonly size?: number;
}

/** What kind of thing an exhibit is, as a picture with its name. */
export function TypeIcon({ viewer, size = 18 }: Props) {
  const { t } = useTranslation('evidence');
  const Icon = icons[viewer];
  return <Icon size={size} stroke={1.5} role="img" aria-label={t(`type.${viewer}`)} />;
}
