import { Select, Textarea, TextInput } from '@mantine/core';
import { TimePicker } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import type { Option } from '../../../app/terms.ts';
import { DayInput } from '../../../components/DayInput.tsx';
import { type Moment, retyped } from '../../../components/moment.ts';
import classes from './form.module.css';
import { type Form, partsOf, textOf } from './useForm.ts';

interface Props<N extends string> {
  readonly form: Form<N>;
  readonly name: N;
  /** Where the same name means something else here: a key under `field`. */
  readonly as?: string;
  readonly help?: string | undefined;
  readonly first?: boolean;
}

function useField<N extends string>({ form, name, as, help, first = false }: Props<N>) {
  const { t } = useTranslation('operations');
  return {
    label: t(`field.${as ?? name}`),
    description: help,
    withAsterisk: form.isRequired(name),
    error: form.isMissing(name) ? t('missing') : undefined,
    value: form.values[name],
    'data-autofocus': first || undefined,
  };
}

/** One line of text. */
export function Line<N extends string>(props: Props<N> & { readonly maxLength?: number }) {
  return (
    <TextInput
      {...useField(props)}
      maxLength={props.maxLength ?? 500}
      onChange={(event) => props.form.set(props.name, event.currentTarget.value)}
    />
  );
}

/** Text of several lines. */
export function Long<N extends string>(props: Props<N> & { readonly rows?: number }) {
  return (
    <Textarea
      {...useField(props)}
      autosize
      minRows={props.rows ?? 2}
      maxRows={12}
      maxLength={20_000}
      onChange={(event) => props.form.set(props.name, event.currentTarget.value)}
    />
  );
}

/** A day; `past` where it can't lie ahead. */
export function Day<N extends string>(props: Props<N> & { readonly past?: boolean }) {
  return (
    <DayInput
      {...useField(props)}
      {...(props.past === true ? { maxDate: new Date() } : {})}
      onChange={(day) => props.form.set(props.name, day)}
    />
  );
}

/** A day and a time of this computer's clock. */
export function When<N extends string>(props: Props<N> & { readonly past?: boolean }) {
  const { t } = useTranslation('operations');
  const { value, label, error, description: _none, ...field } = useField(props);
  const at = partsOf(value);
  const set = (typed: Partial<Moment>) => props.form.set(props.name, textOf(retyped(at, typed)));
  return (
    <div className={classes.when}>
      <DayInput
        {...field}
        label={label}
        value={at.day}
        error={error}
        {...(props.past === true ? { maxDate: new Date() } : {})}
        onChange={(day) => set({ day })}
      />
      <TimePicker
        label={t('field.time')}
        size="sm"
        format="24h"
        classNames={{ field: classes.timePart ?? '' }}
        value={at.time.slice(0, 5)}
        onChange={(time) => set({ time })}
      />
    </div>
  );
}

/** One of a list. */
export function Choice<N extends string>(
  props: Props<N> & {
    readonly options: readonly Option[];
    readonly clearable?: boolean;
    /** Told beside: what was chosen. */
    readonly onPick?: (value: string) => void;
  },
) {
  const { value, ...field } = useField(props);
  return (
    <Select
      {...field}
      data={props.options}
      value={value === '' ? null : value}
      searchable={props.options.length > 8}
      clearable={props.clearable ?? false}
      allowDeselect={props.clearable ?? false}
      onChange={(next) => {
        props.form.set(props.name, next ?? '');
        props.onPick?.(next ?? '');
      }}
    />
  );
}
