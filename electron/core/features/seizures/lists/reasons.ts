import { CustodiaError } from '../../../api/errors.ts';
import { type ImportReason, type ListColumn, listColumns, type RowReason } from './model.ts';

export function because(reason: ImportReason, column: ListColumn | null, value = '', other = ''): RowReason {
  return { reason, column, value, other };
}

/** What the register calls a field, as a column of the list. */
function columnOf(field: string): ListColumn | null {
  if (field === 'value.on') return 'valuedOn';
  return listColumns.find((column) => column === field) ?? null;
}

/** Why the register would not take an asset, as the reason of its row. What is no refusal of the asset is thrown on. */
export function reasonOf(error: unknown): RowReason {
  if (!(error instanceof CustodiaError)) throw error;
  const said = (name: string): string => String(error.params[name] ?? '');
  const column = columnOf(said('field'));
  switch (error.code) {
    case 'seizure.detail':
      return because('form', column, said('value'));
    case 'seizure.countsDisagree':
      return because('countsDisagree', 'counts', said('stated'), said('counted'));
    case 'seizure.duplicate':
      return because('duplicate', column, said('value'), said('other'));
    case 'seizure.dayInFuture':
      return because('dayInFuture', column, said('day'));
    case 'seizure.dayBefore':
      return because('dayBefore', column, said('day'), said('first'));
    case 'money.currency':
      return because('currencyUnknown', 'valueCurrency', said('given'));
    case 'money.form':
      return because('amount', 'value', said('given'));
    case 'money.ambiguous':
      return because('amountAmbiguous', 'value', said('given'));
    case 'money.decimals':
      return because('amountDecimals', 'value', said('given'));
    case 'money.tooLarge':
      return because('amountTooLarge', 'value', said('given'));
    case 'call.invalid':
      return because('form', column, said('value'));
    default:
      throw error;
  }
}
