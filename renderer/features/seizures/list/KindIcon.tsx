import {
  IconBuildingBank,
  IconCar,
  IconCash,
  IconChartPie,
  IconCurrencyBitcoin,
  IconDeviceMobile,
  IconDiamond,
  IconHome,
  IconPackage,
  IconPaw,
  IconSword,
  type TablerIcon,
} from '@tabler/icons-react';
import type { AssetKind } from '../../../../electron/core/features/seizures/model.ts';
import { useWords } from '../useWords.ts';

export const kindIcons: Readonly<Record<AssetKind, TablerIcon>> = {
  cash: IconCash,
  bankAccount: IconBuildingBank,
  vehicle: IconCar,
  realEstate: IconHome,
  companyShare: IconChartPie,
  livestock: IconPaw,
  jewellery: IconDiamond,
  electronics: IconDeviceMobile,
  weapon: IconSword,
  cryptocurrency: IconCurrencyBitcoin,
  other: IconPackage,
};

interface Props {
  readonly kind: AssetKind;
  readonly size?: number;
}

/** What kind of asset it is, as a picture with its name. */
export function KindIcon({ kind, size = 18 }: Props) {
  const words = useWords();
  const Icon = kindIcons[kind];
  return <Icon size={size} stroke={1.5} role="img" aria-label={words.kind(kind)} />;
}
