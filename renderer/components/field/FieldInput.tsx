import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import type { Json } from '../../../electron/core/journal/canonical.ts';
import { DayInput } from '../DayInput.tsx';
import type { FieldKind, FieldOption } from './types.ts';
import { asList, asText } from './value.ts';

interface Props {
  readonly label: string;
  readonly kind: FieldKind;
  readonly options: readonly FieldOption[];
  readonly value: Json;
  readonly onChange: (value: Json) => void;
}

/** The input that suits a kind of field. It takes the focus: the person asked for it. */
export function FieldInput({ label, kind, options, value, onChange }: Props) {
  const common = { 'aria-label': label, size: 'sm', 'data-autofocus': true } as const;
  switch (kind) {
    case 'multiline':
      return (
        <Textarea
          {...common}
          autosize
          minRows={2}
          maxRows={12}
          value={asText(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'lines':
      return (
        <Textarea
          {...common}
          autosize
          minRows={2}
          maxRows={12}
          value={asList(value).join('\n')}
          onChange={(event) => onChange(event.currentTarget.value.split('\n'))}
        />
      );
    case 'day':
      return <DayInput {...common} value={asText(value)} onChange={onChange} />;
    case 'choice':
      return (
        <Select
          {...common}
          data={[...options]}
          searchable
          maxDropdownHeight={280}
          value={asText(value) === '' ? null : asText(value)}
          onChange={(next) => onChange(next ?? '')}
        />
      );
    case 'choices':
      return (
        <MultiSelect
          {...common}
          data={[...options]}
          searchable
          hidePickedOptions
          maxDropdownHeight={280}
          value={asList(value)}
          onChange={onChange}
        />
      );
    case 'text':
      return (
        <TextInput
          {...common}
          value={asText(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
