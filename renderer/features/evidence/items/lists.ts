import type { HashOutcome } from '../../../../electron/core/features/evidence/items/hashes/model.ts';
import type {
  ItemCategory,
  ItemField,
  SerialLabel,
} from '../../../../electron/core/features/evidence/items/model.ts';
import { inOrder } from '../../../components/list/in-order.ts';

export const itemCategories = inOrder<ItemCategory>({
  phone: true,
  sim: true,
  computer: true,
  storage: true,
  camera: true,
  document: true,
  container: true,
  money: true,
  vehicle: true,
  clothing: true,
  biological: true,
  weapon: true,
  jewellery: true,
  other: true,
});

export const serialLabels = inOrder<SerialLabel>({
  imei: true,
  iccid: true,
  imsi: true,
  phone: true,
  serial: true,
  mac: true,
  plate: true,
  chassis: true,
  other: true,
});

export const itemFields = inOrder<ItemField>({
  category: true,
  serials: true,
  quantity: true,
  packaging: true,
  seal: true,
  coordinates: true,
  collectedAt: true,
  present: true,
});

export const hashOutcomes = inOrder<HashOutcome>({
  matches: true,
  differs: true,
  unknown: true,
  unreadable: true,
});
