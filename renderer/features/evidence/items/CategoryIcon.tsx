import {
  IconBox,
  IconCamera,
  IconCar,
  IconCash,
  IconDeviceFloppy,
  IconDeviceLaptop,
  IconDeviceMobile,
  IconDeviceSim,
  IconDiamond,
  IconFiles,
  IconPackage,
  IconShirt,
  IconSword,
  IconTestPipe,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ItemCategory } from '../../../../electron/core/features/evidence/items/model.ts';
import type { ExhibitRow } from '../../../../electron/core/features/evidence/model.ts';
import { TypeIcon } from '../TypeIcon.tsx';

const icons: Readonly<Record<ItemCategory, TablerIcon>> = {
  phone: IconDeviceMobile,
  sim: IconDeviceSim,
  computer: IconDeviceLaptop,
  storage: IconDeviceFloppy,
  camera: IconCamera,
  document: IconFiles,
  container: IconPackage,
  money: IconCash,
  vehicle: IconCar,
  clothing: IconShirt,
  biological: IconTestPipe,
  weapon: IconSword,
  jewellery: IconDiamond,
  other: IconBox,
};

interface Props {
  readonly of: Pick<ExhibitRow, 'category' | 'viewer'>;
  readonly size?: number;
}

/** What an exhibit is, as a picture with its name: an item by its category, a file by its type. */
export function ExhibitIcon({ of: { category, viewer }, size = 18 }: Props) {
  const { t } = useTranslation('items');
  if (category === null) return <TypeIcon viewer={viewer} size={size} />;
  const Icon = icons[category];
  return <Icon size={size} stroke={1.5} role="img" aria-label={t(`category.${category}`)} />;
}
