import { useTranslation } from 'react-i18next';
import type { ListColumn, toldColumns } from '../../../../electron/core/features/seizures/lists/model.ts';
import { inOrder } from '../../../components/list/in-order.ts';

/** What a column of a file may be taken for: all but what the register alone says. */
export const importColumns: readonly ListColumn[] = inOrder<
  Exclude<ListColumn, (typeof toldColumns)[number]>
>({
  number: true,
  kind: true,
  name: true,
  stage: true,
  stageOn: true,
  value: true,
  valueCurrency: true,
  valuedOn: true,
  valueBasis: true,
  valueSource: true,
  valuedBy: true,
  identifiedOn: true,
  custodian: true,
  description: true,
  place: true,
  department: true,
  office: true,
  currency: true,
  counts: true,
  bank: true,
  accountNumber: true,
  holderName: true,
  accountType: true,
  vehicleType: true,
  make: true,
  model: true,
  year: true,
  colour: true,
  plate: true,
  chassis: true,
  engine: true,
  address: true,
  registryNumber: true,
  propertyType: true,
  cadastre: true,
  area: true,
  coordinates: true,
  company: true,
  organisation: true,
  quantity: true,
  portion: true,
  species: true,
  brand: true,
  material: true,
  weight: true,
  marks: true,
  deviceType: true,
  serial: true,
  imei: true,
  weaponType: true,
  calibre: true,
  chain: true,
  token: true,
  notes: true,
});

/** What a column is called, as it stands in the lists that are exported. */
export function useColumnName(): (column: ListColumn) => string {
  const { t, i18n } = useTranslation('assetwords');
  return (column) =>
    i18n.exists(`column.${column}`, { ns: 'assetwords' }) ? t(`column.${column}`) : t(`field.${column}`);
}
